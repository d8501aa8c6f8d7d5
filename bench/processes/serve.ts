/** The other end of a child: answers what the bench asks, and ends when the bench does. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export type Handlers = Readonly<Record<string, (input: unknown) => unknown>>

const Question = z.object({ id: z.number(), call: z.string(), input: z.unknown() })

const own: Handlers = { cpuMs, peakMb }

/** Answers with what the handlers return or resolve to. */
export function serve(handlers: Handlers): void {
  process.on('message', (message) => {
    const { id, call, input } = Question.parse(message)
    const handler = handlers[call] ?? own[call]
    Promise.resolve(handler ? input : Promise.reject(new Error(`nobody answers '${call}'`)))
      .then(handler)
      .then(
        (result) => process.send?.({ id, result: result ?? null }),
        (error) => process.send?.({ id, error: error instanceof Error ? error.stack : String(error) }),
      )
  })
  process.once('disconnect', () => process.exit())
}

/** CPU time so far, of all threads. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The kernel's high-water mark of this very program; the usual one may still be that of the parent. */
function peakMb(): number {
  try {
    const [, kb] = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    if (kb) return Number(kb) / 1024
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024
}
