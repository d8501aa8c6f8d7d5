/** How a command runs: config first, then the store, for one piece of work. */

import type { ConfigFor, Need } from '../config/config.ts'
import { environment, readConfig } from '../config/environment.ts'
import type { Store } from '../ports/store.ts'
import type { Services } from '../wiring.ts'
import { CommandError } from './say.ts'

/** The config that a command needs. Reports every complaint at once, with exit code 2. */
export function configFor<N extends Need>(...needs: N[]): ConfigFor<N> {
  const reading = readConfig(needs, environment())
  if ('config' in reading) return reading.config
  const complaints = reading.complaints.map((complaint) => `  - ${complaint}`)
  throw new CommandError(
    [
      'The configuration is incomplete or invalid:',
      ...complaints,
      'Set these in the environment or in .env; .env.example explains each.',
    ].join('\n'),
    2,
  )
}

/** A poll that waits for HubSpot must not keep the process alive once everything is closed. */
export function end(): never {
  process.exit()
}

/** Opens the store for one piece of work, as of a moment (epoch ms) if one is given, and closes it whatever happens. */
export async function withStore<T>(
  services: Services,
  work: (store: Store) => Promise<T>,
  at?: number,
): Promise<T> {
  const store = await services.openStore(configFor('store').store)
  try {
    return await work(at === undefined ? store : await storeAt(store, at))
  } finally {
    await store.close()
  }
}

async function storeAt(store: Store, at: number): Promise<Store> {
  const { atRatesThen } = await import('../values/rates-then.ts')
  return atRatesThen(store, at)
}

/** Reads `--at`. */
export function momentOrThrow(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const at = Date.parse(text)
  if (!Number.isNaN(at) && /[Zz]|[+-]\d\d:?\d\d$/.test(text)) return at
  throw new CommandError(`--at '${text}' is not a moment. Write e.g. 2026-11-18T20:17:00Z.`, 2)
}

export const NEVER_READ =
  "Nothing has been read from HubSpot yet. Run 'scoreline sync' first, or start the bot."
