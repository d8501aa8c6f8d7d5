import type { Ids } from './ids.ts'
import type { ResponseUrls } from './response-urls.ts'
import type { Triggers } from './triggers.ts'
import type { Workspace } from './workspace.ts'

/** What all parts of the pretend Slack share. */
export interface World {
  workspace: Workspace
  ids: Ids
  clock: () => number
  triggers: Triggers
  responseUrls: ResponseUrls
  /** Notifies watchers that something in the workspace has changed. */
  changed(): void
  onChange(listener: () => void): () => void
}

/** Calls `look` after every change until it finds something. Rejects after timeoutMs. */
export function waitUntil<T>(world: World, look: () => T | undefined, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const first = look()
    if (first !== undefined) {
      resolve(first)
      return
    }
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`Nothing was found in the pretend workspace within ${timeoutMs} ms.`))
    }, timeoutMs)
    const stop = world.onChange(() => {
      const seen = look()
      if (seen === undefined) return
      clearTimeout(timer)
      stop()
      resolve(seen)
    })
  })
}
