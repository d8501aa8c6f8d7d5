/** Shows how far the first fill has come: a bar on a terminal, a line for every tenth in a log. */
import type { Progress } from '../wiring.ts'

const WIDTH = 24

/** `onDone` writes the last line break. */
export interface ProgressShown {
  onProgress(progress: Progress): void
  end(): void
}

export function showProgress(stream: NodeJS.WriteStream = process.stderr): ProgressShown {
  const types = new Map<string, Progress>()
  let shownTenth = -1
  let isOpen = false
  return {
    onProgress(progress) {
      types.set(progress.type, progress)
      const { filled, share } = overall([...types.values()])
      const count = filled.toLocaleString('en')
      if (stream.isTTY) {
        stream.write(`\r  reading HubSpot ${bar(share)}${count} records `)
        isOpen = true
        return
      }
      const tenth = share === null ? Math.floor(filled / 10_000) : Math.floor(share * 10)
      if (tenth === shownTenth) return
      shownTenth = tenth
      stream.write(`reading HubSpot: ${share === null ? '' : `${percent(share)}, `}${count} records\n`)
    },
    end() {
      if (isOpen) stream.write('\n')
      isOpen = false
    },
  }
}

/** The share is known once the totals of all types that have begun are. */
function overall(list: readonly Progress[]): { filled: number; share: number | null } {
  const filled = list.reduce((sum, one) => sum + one.filled, 0)
  const totals = list.map((one) => (one.done ? one.filled : one.total))
  if (totals.some((total) => total === null)) return { filled, share: null }
  const total = totals.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  return { filled, share: total === 0 ? 1 : Math.min(1, filled / total) }
}

/** No bar until HubSpot has said how many records there are. */
function bar(share: number | null): string {
  if (share === null) return ''
  const done = Math.round(share * WIDTH)
  return `${'▓'.repeat(done)}${'░'.repeat(WIDTH - done)} ${percent(share).padStart(5)}  `
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`
}
