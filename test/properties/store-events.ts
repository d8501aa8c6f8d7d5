/** Everything that can happen to a store, in any order. */
import fc from 'fast-check'
import type { Rules, RulesBody } from '../../src/domain/company/rules.ts'
import type { DealChange } from '../../src/domain/facts/deal-changes.ts'
import { FACT_TYPES, type Fact, type FactType, type StageEntry } from '../../src/domain/facts/facts.ts'
import type { Merge } from '../../src/ports/source.ts'
import type { Store } from '../../src/ports/store.ts'
import { at, rulesBody } from '../builders.ts'
import { factOf, moment, turn, versionOf } from './any-facts.ts'
import { STAGES } from './ledgers.ts'

export type StoreEvent =
  | { kind: 'page'; type: FactType; facts: Fact[]; gone: string[]; merged: Merge[] }
  | { kind: 'removal'; type: FactType; ids: string[] }
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

function pageOf(type: FactType) {
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
  })
  .map((changes) => ({ kind: 'rules' as const, body: rulesBody({ stagePipelines: PIPELINES, ...changes }) }))

export const FIRST_RULES: RulesBody = rulesBody({ stagePipelines: PIPELINES })

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

function removalOf(type: FactType) {
  const ids = fc.array(id, { minLength: 1, maxLength: 2 })
  return fc.record({ kind: fc.constant('removal' as const), type: fc.constant(type), ids })
}

function storeEventsOf(types: readonly FactType[]): fc.Arbitrary<StoreEvent[]> {
  const type = fc.constantFrom(...types)
  const one = fc.oneof(
    { weight: 6, arbitrary: type.chain(pageOf) },
    { weight: 1, arbitrary: type.chain(removalOf) },
    { weight: 2, arbitrary: fc.oneof(turn, moment).map((now) => ({ kind: 'clock' as const, now })) },
    { weight: 1, arbitrary: rules },
    { weight: types.includes('deals') ? 2 : 0, arbitrary: history },
  )
  return fc.array(one, { minLength: 4, maxLength: 16, size: 'max' })
}

/** Mostly of one type, so that the same records are affected repeatedly. */
export const storeEvents: fc.Arbitrary<StoreEvent[]> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constant<FactType[]>(['deals']) },
    { weight: 3, arbitrary: fc.constant<FactType[]>(['meetings']) },
    { weight: 2, arbitrary: fc.constant<FactType[]>(['contacts']) },
    { weight: 2, arbitrary: fc.subarray([...FACT_TYPES], { minLength: 2 }) },
  )
  .chain(storeEventsOf)

/** Applies it to a store. Returns the rules in force afterwards. */
export async function applyToStore(store: Store, event: StoreEvent, rules: Rules): Promise<Rules> {
  switch (event.kind) {
    case 'page': {
      const { type, facts, gone, merged } = event
      await store.facts.savePage({ type, facts, skipped: [], gone, merges: merged }, rules)
      return rules
    }
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
