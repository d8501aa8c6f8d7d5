/** The child's side: answers the bench's calls, and ends when the bench does. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export type Handlers = Readonly<Record<string, (input: unknown) => unknown>>

const Question = z.object({ id: z.number(), call: z.string(), input: z.unknown() })

const own: Handlers = { cpuMs, peakMb }

/** Answers each call with what its handler returns or resolves to. */
export function serve(handlers: Handlers): void {
  process.on('message', (message) => {
    const { id, call, input } = Question.parse(message)
    const handler = handlers[call] ?? own[call]
    Promise.resolve(handler ? input : Promise.reject(new Error(`there is no handler for '${call}'`)))
      .then(handler)
      .then(
        (result) => process.send?.({ id, result: result ?? null }),
        (error) => process.send?.({ id, error: error instanceof Error ? error.stack : String(error) }),
      )
  })
  process.once('disconnect', () => process.exit())
}

/** CPU time so far, of all threads, in milliseconds. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The kernel's high-water mark for this program; the usual one (ru_maxrss) may still be the parent's. */
function peakMb(): number {
  try {
    const [, kb] = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    if (kb) return Number(kb) / 1024
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024
}
