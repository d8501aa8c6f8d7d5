/** The records of the tried weeks: read by search where the type has one, otherwise listed, up to a limit, and not stored. */
import { addDays, type Day, dayStart, type Zone } from '../../domain/calendar/day.ts'
import { type OwnMetric, propertiesRead, recordsOf } from '../../domain/company/own-metrics.ts'
import type { OwnTally } from '../../domain/company/own-tallies.ts'
import { isSyncedType, type SyncedFact, type SyncedType } from '../../domain/facts/facts.ts'
import type { TrialSource } from '../../ports/dated-source.ts'
import { type FactPage, isSourceError, type NamedProperties } from '../../ports/source.ts'

/** Enough for four weeks of most companies, and read within seconds. */
export const MOST_RECORDS = 5_000

export interface TrialReading {
  type: SyncedType
  /** The date that its metrics go by. */
  property: string
  /** Whether records were searched by that date; if not, they were listed, whatever their dates. */
  isSearched: boolean
  records: number
  /** Whether there are more than could be read. */
  isCut: boolean
  /** Why none could be read. */
  error: string | null
}

export interface TrialDays {
  from: Day
  to: Day
  zone: Zone
}

interface Order {
  type: SyncedType
  property: string
  named: NamedProperties
  span: { from: number; to: number }
}

/** Reads the records of each type once for each date that its metrics go by. */
export async function readTrialRecords(
  source: TrialSource,
  { tallies, metrics }: { tallies: readonly OwnTally[]; metrics: readonly OwnMetric[] },
  days: TrialDays,
): Promise<{ readings: TrialReading[]; facts: SyncedFact[] }> {
  const readings: TrialReading[] = []
  const facts = new Map<string, SyncedFact>()
  for (const order of ordersFor(tallies, metrics, days)) {
    const { reading, found } = await readOne(source, order)
    readings.push(reading)
    for (const fact of found) facts.set(`${fact.type} ${fact.id}`, fact)
  }
  return { readings, facts: [...facts.values()] }
}

function ordersFor(tallies: readonly OwnTally[], metrics: readonly OwnMetric[], days: TrialDays): Order[] {
  const orders = new Map<string, Order>()
  const span = spanOf(days)
  for (const { type, date } of tallies) {
    if (!isSyncedType(type)) continue
    const ids = tallies.filter((one) => one.type === type).map(({ id }) => id)
    const read = metrics.filter(({ id }) => ids.includes(id)).flatMap((metric) => recordsOf(metric) ?? [])
    const declared = [...new Set(read.flatMap(propertiesRead))].sort()
    const named = { cost: null, contractYears: null, territory: null, declared }
    orders.set(`${type} ${date.property}`, { type, property: date.property, named, span })
  }
  return [...orders.values()]
}

/** A day more at both ends, since a rep's day may begin and end up to a day before or after that of the account. */
function spanOf({ from, to, zone }: TrialDays): { from: number; to: number } {
  return { from: dayStart(addDays(from, -1), zone), to: dayStart(addDays(to, 1), zone) }
}

interface Read {
  reading: TrialReading
  found: SyncedFact[]
}

async function readOne(source: TrialSource, order: Order): Promise<Read> {
  const { type, property, named, span } = order
  const searched = await readUpTo((cursor) => source.datedPage(type, { property, ...span }, cursor, named))
  const isSearched = searched.error?.fault !== 'refused'
  const read = isSearched ? searched : await readUpTo((cursor) => source.listPage(type, cursor, named))
  const { found, isCut, error } = read
  const reading = { type, property, isSearched, records: found.length, isCut, error: error?.message ?? null }
  return { reading, found }
}

async function readUpTo(request: (cursor: string | null) => Promise<FactPage>) {
  const found: SyncedFact[] = []
  let cursor: string | null = null
  try {
    do {
      const page: FactPage = await request(cursor)
      found.push(...page.facts)
      cursor = page.next
    } while (cursor !== null && found.length < MOST_RECORDS)
  } catch (error) {
    if (!isSourceError(error)) throw error
    return { found: [], isCut: false, error }
  }
  return { found, isCut: cursor !== null, error: null }
}
