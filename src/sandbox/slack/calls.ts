import type { JsonObject } from './json.ts'

export interface Call {
  method: string
  args: JsonObject
  /** Epoch ms by the sandbox's clock. */
  at: number
  /** HTTP status; 0 if the connection was cut. */
  status: number
  /** Slack's error, if the answer was not ok. */
  error: string | undefined
}

/** Web API calls in order of arrival. */
export interface Calls {
  all: Call[]
  count(method: string): number
  of(method: string): Call[]
  reset(): void
  record(call: Call): Call
}

const keptCalls = 20_000

export function createCalls(): Calls {
  const counts = new Map<string, number>()
  const calls: Calls = {
    all: [],
    count: (method) => counts.get(method) ?? 0,
    of: (method) => calls.all.filter((call) => call.method === method),
    reset() {
      calls.all = []
      counts.clear()
    },
    record(call) {
      counts.set(call.method, (counts.get(call.method) ?? 0) + 1)
      calls.all.push(call)
      if (calls.all.length > keptCalls * 2) calls.all.splice(0, keptCalls)
      return call
    },
  }
  return calls
}
