/** Own metrics in a random run: what may be declared, and what they count, worked out from the account alone. */
import fc from 'fast-check'
import type { OwnMetric } from '../../src/domain/company/own-metrics.ts'
import { ownTallyOf } from '../../src/domain/facts/tally.ts'
import type { Store } from '../../src/ports/store.ts'
import type { SandboxAccount } from '../../src/sandbox/hubspot/account.ts'
import type { ObjectType } from '../../src/sandbox/hubspot/object-types.ts'
import type { PropertyValues, SandboxRecord } from '../../src/sandbox/hubspot/records.ts'
import { readCompanyContext } from '../../src/values/context.ts'
import { localDayAt } from '../properties/wall-clock.ts'

export const VISITS = '2-4711'
const SCHEMA = {
  name: 'visits',
  objectTypeId: VISITS,
  fullyQualifiedName: 'p1_visits',
  labels: { singular: 'Visit', plural: 'Visits' },
}

/** The properties that the account defined on every type. */
const PROPERTIES = [
  { name: 'own_at', type: 'datetime' },
  { name: 'own_day', type: 'date' },
  { name: 'own_kind', type: 'enumeration' },
  { name: 'own_n', type: 'number' },
  { name: 'own_by', type: 'string' },
]
const TYPES: readonly ObjectType[] = ['deals', 'contacts', 'calls', 'meetings', 'notes', 'tickets', VISITS]
const SCOPES = ['tickets', 'crm.objects.custom.read', 'crm.schemas.custom.read'] as const

export const OWN_ACCOUNT = {
  schemas: [SCHEMA],
  properties: Object.fromEntries(TYPES.map((type) => [type, PROPERTIES])),
}

/** A declaration with the type of its records, and what it counts of each: `null` if nothing. */
interface Declared {
  metric: OwnMetric
  type: ObjectType
  amountOf(record: SandboxRecord): number | null
}

type Records = NonNullable<OwnMetric['count']>

function counted(id: string, type: ObjectType, count: Records): Declared {
  const isDemo = ({ properties }: SandboxRecord) =>
    (properties['own_kind'] ?? '').split(';').some((part) => part.toLowerCase() === 'demo')
  return {
    metric: { id, name: { en: id }, count },
    type,
    amountOf: (record) => (count.where === undefined || isDemo(record) ? 1 : null),
  }
}

function summed(
  id: string,
  type: ObjectType,
  { unit, ...records }: Records & { unit: 'count' | 'minutes' },
): Declared {
  const each = unit === 'count' ? 1_000_000 : 60_000
  return {
    metric: { id, name: { en: id }, sum: { ...records, property: 'own_n', unit } },
    type,
    amountOf: ({ properties }) => Math.round((Number(properties['own_n'] ?? '') || 0) * each),
  }
}

const where = [{ property: 'own_kind', is: ['Demo'] }]

/** Declarations under the same id replace each other. */
const DECLARATIONS: readonly (readonly Declared[])[] = [
  [
    counted('every_call', 'calls', { object: 'calls', date: 'hs_timestamp' }),
    counted('every_call', 'calls', { object: 'calls', date: 'hs_timestamp', where }),
  ],
  [
    counted('demos', 'meetings', { object: 'meetings', date: 'own_at', where }),
    counted('demos', 'notes', { object: 'notes', date: 'own_at', where }),
  ],
  [summed('fees', 'deals', { object: 'deals', date: 'own_day', unit: 'count' })],
  [counted('sourced', 'contacts', { object: 'contacts', date: 'createdate', owner: 'own_by' })],
  [
    counted('requests', 'tickets', { object: 'tickets', date: 'createdate' }),
    counted('requests', 'tickets', { object: '0-5', date: 'own_at', where }),
  ],
  [
    summed('visited', VISITS, { object: 'p1_visits', date: 'own_day', unit: 'minutes' }),
    summed('visited', VISITS, { object: VISITS, date: 'own_day', owner: 'own_by', unit: 'minutes' }),
  ],
]
export const FIRST_METRICS = DECLARATIONS.flatMap(([first]) => (first ? [first.metric] : []))
const IDS = [...new Set(DECLARATIONS.flat().map(({ metric }) => metric.id))]

/** What an admin does in the settings and in HubSpot. */
export const ownEvent = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('declare' as const),
      variants: fc.tuple(...DECLARATIONS.map((variants) => fc.constantFrom(null, ...variants.keys()))),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('scope' as const),
      scope: fc.constantFrom(...SCOPES),
      isGiven: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('property' as const),
      type: fc.constantFrom(...TYPES),
      property: fc.constantFrom(...PROPERTIES),
      as: fc.constantFrom('archived', 'string', null),
    }),
  },
)

export type OwnEvent = typeof ownEvent extends fc.Arbitrary<infer T> ? T : never

interface OwnWorld {
  account: SandboxAccount
  scopes: Set<string>
  store(): Store
}

export async function applyOwn({ account, scopes, store }: OwnWorld, event: OwnEvent): Promise<void> {
  switch (event.kind) {
    case 'declare':
      await store().settings.save({ metrics: chosen(event.variants).map(({ metric }) => metric) })
      return
    case 'scope':
      if (event.isGiven) scopes.add(event.scope)
      else scopes.delete(event.scope)
      return
    case 'property': {
      const { type, property, as } = event
      if (as === 'archived') account.archiveProperty(type, property.name)
      else account.defineProperty(type, as === null ? property : { ...property, type: as })
    }
  }
}

function chosen(variants: readonly (number | null)[]): Declared[] {
  return DECLARATIONS.flatMap((of, index) => of[variants[index] ?? -1] ?? [])
}

/** All scopes and properties as they were at first. */
export function calmOwn({ account, scopes }: OwnWorld): void {
  for (const scope of SCOPES) scopes.add(scope)
  for (const type of TYPES) for (const property of PROPERTIES) account.defineProperty(type, property)
}

/** Values of the account's own properties, some of them blank, bad or in other words. */
export function ownValues(pick: number, at: string): PropertyValues {
  const one = (...values: string[]) => values[pick % values.length] ?? ''
  return {
    own_at: one(at, '', at, 'soon', at),
    own_day: one(at.slice(0, 10), at.slice(0, 10), ''),
    own_kind: one('demo', 'first;DEMO', 'other', ''),
    own_n: one('1.5', '2', 'many', '', '-0.25'),
    own_by: one('1', '2', '', '9'),
  }
}

/** What own metrics should add up to, one line for each rep and day. */
export async function trueOwn({ account, store }: OwnWorld): Promise<string[]> {
  const settings = await store().settings.read()
  const accountZone = 'Europe/Copenhagen'
  // Who is no owner is in no team.
  const zoneOf = (rep: string) =>
    account.owners.some(({ id }) => id === rep) ? settings.teamZones['11'] : null
  const sums = new Map<string, number>()
  for (const { metric, type, amountOf } of DECLARATIONS.flat()) {
    if (!settings.metrics.some((one) => JSON.stringify(one) === JSON.stringify(metric))) continue
    const { date = '', owner = 'hubspot_owner_id' } = metric.count ?? metric.sum ?? {}
    for (const record of account.table(type).held()) {
      const [written, amount] = [record.properties[date] ?? '', amountOf(record)]
      const rep = record.properties[String(owner)]
      if (record.archived || !rep || amount === null || Number.isNaN(Date.parse(written))) continue
      const day = date === 'own_day' ? written : localDayAt(Date.parse(written), zoneOf(rep) ?? accountZone)
      const key = `${rep} ${day} ${metric.id}`
      sums.set(key, (sums.get(key) ?? 0) + amount)
    }
  }
  return lines(sums)
}

export async function heldOwn(store: Store): Promise<string[]> {
  const span = { from: '2025-01-01', until: '2029-01-01' }
  const rows = await store.tallies.byDay({ ...span, tallies: IDS.map(ownTallyOf) })
  return lines(
    new Map(rows.map(({ rep, day, tally, amount }) => [`${rep} ${day} ${tally.slice(4)}`, amount])),
  )
}

function lines(sums: ReadonlyMap<string, number>): string[] {
  return [...sums].flatMap(([key, amount]) => (amount === 0 ? [] : [`${key}: ${amount}`])).sort()
}

/** Own metrics without a number, and records of types that nothing counts: there should be none. */
export async function leftOver({ account, store }: OwnWorld): Promise<string[]> {
  const { ownProblems, recalculated, settings } = await readCompanyContext(
    { store: store(), clock: account },
    account.now(),
  )
  const problems = [...ownProblems].map(([id, problem]) => `${id}: ${JSON.stringify(problem)}`)
  const kept: string[] = []
  for (const type of ['0-5', VISITS] as const) {
    const name = type === VISITS ? VISITS : 'tickets'
    const isCounted = DECLARATIONS.flat().some(
      (one) => one.type === name && settings.metrics.some(({ id }) => id === one.metric.id),
    )
    const right = isCounted ? [...account.table(name).held()].filter(({ archived }) => !archived).length : 0
    const count = await store().facts.count(type)
    if (count !== right) kept.push(`${count} of ${right} ${name}`)
  }
  return [...problems, ...kept, ...(recalculated === null ? [] : [`recalculated: ${recalculated}`])]
}
