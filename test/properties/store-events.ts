/** Everything that can happen to a store, in any order. */
import fc from 'fast-check'
import type { Rules, RulesBody } from '../../src/domain/company/rules.ts'
import type { DealChange } from '../../src/domain/facts/deal-changes.ts'
import {
  FACT_TYPES,
  type FurtherType,
  isFurtherType,
  type StageEntry,
  type SyncedFact,
  type SyncedType,
} from '../../src/domain/facts/facts.ts'
import type { Merge } from '../../src/ports/source.ts'
import type { Store } from '../../src/ports/store.ts'
import { aCursor, at, rulesBody } from '../builders.ts'
import { factOf, moment, turn, versionOf } from './any-facts.ts'
import { STAGES } from './ledgers.ts'
import { FIRST_OWN, ownTallies, TICKETS, VISITS } from './own-declarations.ts'

export type StoreEvent =
  | { kind: 'page'; type: SyncedType; facts: SyncedFact[]; gone: string[]; merged: Merge[] }
  | { kind: 'removal'; type: SyncedType; ids: string[] }
  | { kind: 'forgetting'; type: FurtherType }
  | { kind: 'clock'; now: number }
  | { kind: 'rules'; body: RulesBody }
  | { kind: 'history'; deals: { id: string; entries: StageEntry[] }[] }

/** Few ids, so that the same records are affected repeatedly. */
const id = fc.constantFrom('1', '2', '3', '4')
const START = at('2026-10-01T00:00:00Z')

const merge = fc.record({ from: fc.constantFrom('1', '2'), into: fc.constantFrom('3', '4') })

function nowAndThen<T>(list: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: list })
}

function pageOf(type: SyncedType) {
  return fc.record({
    kind: fc.constant('page' as const),
    type: fc.constant(type),
    facts: fc.array(
      fc
        .tuple(factOf(type), id, fc.nat({ max: 5 }))
        .map(([fact, of, version]) => versionOf(fact, of, START + version)),
      { maxLength: 4 },
    ),
    gone: nowAndThen(fc.array(id, { minLength: 1, maxLength: 2 })),
    merged: nowAndThen(fc.array(merge, { minLength: 1, maxLength: 1 })),
  })
}

const PIPELINES = Object.fromEntries(STAGES.map((stage) => [stage, 'default']))

const rules = fc
  .record({
    accountZone: fc.constantFrom('Europe/Copenhagen', 'America/Santiago', 'Pacific/Auckland'),
    ownerZones: fc.constantFrom<Record<string, string>>({}, { '2': 'Asia/Kathmandu' }),
    exponent: fc.constantFrom(0, 2, 3),
    rates: fc.constantFrom<Record<string, string>>({ USD: '0.9' }, { USD: '1.1', SEK: '0.0875' }),
    renewalPipelines: fc.constantFrom<string[]>([], ['renewals']),
    salesPipelines: fc.constantFrom<string[] | null>(null, ['default']),
    positiveDispositions: fc.constantFrom<string[]>([], ['other']),
    own: ownTallies,
    ownersOfUsers: fc.constantFrom<Record<string, string>>({}, { '501': '2' }, { '501': '4', '3': '1' }),
  })
  .map((changes) => ({ kind: 'rules' as const, body: rulesBody({ stagePipelines: PIPELINES, ...changes }) }))

export const FIRST_RULES: RulesBody = rulesBody({ stagePipelines: PIPELINES, own: FIRST_OWN })

const history = fc.record({
  kind: fc.constant('history' as const),
  deals: fc.uniqueArray(
    fc.record({
      id,
      entries: fc.uniqueArray(fc.record({ stageId: fc.constantFrom(...STAGES), at: moment }), {
        selector: ({ stageId }) => stageId,
      }),
    }),
    { selector: (deal) => deal.id, minLength: 1 },
  ),
})

function removalOf(type: SyncedType) {
  const ids = fc.array(id, { minLength: 1, maxLength: 2 })
  return fc.record({ kind: fc.constant('removal' as const), type: fc.constant(type), ids })
}

function forgettingOf(types: readonly FurtherType[]) {
  return fc.record({ kind: fc.constant('forgetting' as const), type: fc.constantFrom(VISITS, ...types) })
}

function storeEventsOf(types: readonly SyncedType[]): fc.Arbitrary<StoreEvent[]> {
  const type = fc.constantFrom(...types)
  const further = types.filter(isFurtherType)
  const one = fc.oneof(
    { weight: 6, arbitrary: type.chain(pageOf) },
    { weight: 1, arbitrary: type.chain(removalOf) },
    { weight: 2, arbitrary: fc.oneof(turn, moment).map((now) => ({ kind: 'clock' as const, now })) },
    { weight: 2, arbitrary: rules },
    { weight: further.length > 0 ? 1 : 0, arbitrary: forgettingOf(further) },
    { weight: types.includes('deals') ? 2 : 0, arbitrary: history },
  )
  return fc.array(one, { minLength: 4, maxLength: 16, size: 'max' })
}

/** Mostly of one type, so that the same records are affected repeatedly. */
export const storeEvents: fc.Arbitrary<StoreEvent[]> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constant<SyncedType[]>(['deals']) },
    { weight: 3, arbitrary: fc.constant<SyncedType[]>(['meetings']) },
    { weight: 2, arbitrary: fc.constant<SyncedType[]>(['contacts']) },
    { weight: 2, arbitrary: fc.constant<SyncedType[]>([TICKETS, VISITS]) },
    { weight: 2, arbitrary: fc.subarray<SyncedType>([...FACT_TYPES, TICKETS, VISITS], { minLength: 2 }) },
  )
  .chain(storeEventsOf)

/** Applies it to a store. Returns the rules in force afterwards. */
export async function applyToStore(store: Store, event: StoreEvent, rules: Rules): Promise<Rules> {
  switch (event.kind) {
    case 'page': {
      const { type, facts, gone, merged } = event
      const page = { type, facts, skipped: [], gone, merges: merged, cursor: aCursor({ type }) }
      await store.facts.savePage(page, rules)
      return rules
    }
    case 'forgetting':
      while (!(await store.facts.forget(event.type)));
      return rules
    case 'removal':
      await store.facts.savePage({ type: event.type, facts: [], skipped: [], gone: event.ids }, rules)
      return rules
    case 'clock':
      await store.facts.mature(event.now)
      return rules
    case 'rules': {
      const adopted = await store.rules.adopt(event.body)
      while ((await store.facts.retally(adopted, 3)) > 0);
      return adopted
    }
    case 'history':
      await store.dealDetails.saveChanges(
        event.deals.map((deal) => ({ id: deal.id, modifiedAt: START })),
        event.deals.flatMap(changesOf),
        rules,
      )
      return rules
  }
}

function changesOf({ id: dealId, entries }: { id: string; entries: readonly StageEntry[] }): DealChange[] {
  return entries.map(({ stageId, at: enteredAt }) => ({
    dealId,
    property: 'stage',
    at: enteredAt,
    value: stageId,
  }))
}
