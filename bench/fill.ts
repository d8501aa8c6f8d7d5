/** A first fill alone, from the parts of a poll, so that nothing else is measured with it. */
import { rulesFrom } from '../src/domain/company/rules.ts'
import type { FactType } from '../src/domain/facts/facts.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Source } from '../src/ports/source.ts'
import type { Store } from '../src/ports/store.ts'
import { DIRECTORY_SECTIONS, readDirectory } from '../src/sync/directory-sections.ts'
import { PASSES } from '../src/sync/passes.ts'
import type { TypeSummaries } from '../src/sync/poll-summary.ts'
import { createTypesReader } from '../src/sync/read-types.ts'
import { createSyncContext, sourceFor } from '../src/sync/sync-context.ts'

export interface FillPorts {
  source: Source
  store: Store
  clock: Clock
}

/** Reads the directory, so that rules exist and connections are warm. */
export async function prepareFill({ source, store, clock }: FillPorts): Promise<void> {
  await readDirectory({ source, ...store, clock }, DIRECTORY_SECTIONS)
  const rules = rulesFrom(await store.directory.read(), await store.settings.read(), clock.now())
  if (!rules) throw new Error('the account could not be read')
  await store.rules.adopt(rules)
}

/** Fills these types side by side. */
export async function fill(ports: FillPorts, types: readonly FactType[]): Promise<TypeSummaries> {
  const context = createSyncContext({ ...ports, stopping: new AbortController().signal }, 'poll')
  const reader = createTypesReader({ ...context, source: sourceFor(context) })
  return reader.read(
    types,
    PASSES.filter(({ name }) => name === 'fill'),
  )
}
