/** The records behind tallies: which of them contribute, how much and when. They are read in id order. */

import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day, dayStart } from '../domain/calendar/day.ts'
import type { SyncedType } from '../domain/facts/facts.ts'
import { type Contribution, contributions, withoutAmount } from '../domain/facts/tallies.ts'
import { isOwnTally, ownMetricOf } from '../domain/facts/tally.ts'
import type { CountedTally } from '../domain/metrics/metric.ts'
import type { BehindQuery, FactBehind, FactsBehind } from '../ports/fact-store.ts'
import { yieldTurn } from '../ports/turns.ts'
import type { Engine } from './engine.ts'
import { factsOf, instantsOf, type Row, toStored } from './fact-tables.ts'
import type { KeptRules } from './rules.ts'

/** Ids per query: a few milliseconds, even if all of them count. */
const IDS_A_SLICE = 1000

export async function factsBehind(
  engine: Engine,
  rules: KeptRules,
  query: BehindQuery,
): Promise<FactsBehind> {
  const found = createFound(query.limit)
  const goesByOwner = await areCreditedToOwners(rules, query)
  for (let after: number | null = -1; after !== null; ) {
    const slice: Slice = await sliceFrom(engine, query.type, after)
    for (const row of await candidates(engine, { ...query, goesByOwner }, slice)) {
      const stored = toStored(query.type, row)
      const under = await rules.byNumber(engine.reader, stored.rules)
      found.take(
        stored.fact.id,
        [...contributions(stored.fact, under), ...withoutAmount(stored.fact, under)].flatMap((part) =>
          asked(query, part),
        ),
      )
    }
    after = slice.upTo
    await yieldTurn()
  }
  return found.list()
}

/** Whether the records of every own metric that is asked for count for their owner, so that few have to be looked at. */
async function areCreditedToOwners(rules: KeptRules, { tallies }: BehindQuery): Promise<boolean> {
  const { own = [] } = (await rules.current()) ?? {}
  const asked = tallies.filter(isOwnTally).map(ownMetricOf)
  return own.every(({ id, owner }) => owner === null || !asked.includes(id))
}

/** Ids after `after`, up to and including `upTo`; with `null`, to the end. */
interface Slice {
  after: number
  upTo: number | null
}

async function sliceFrom({ reader }: Engine, type: SyncedType, after: number): Promise<Slice> {
  const { rows } = await sql<{ id: number }>`select id from ${factsOf(type)} where id > ${after}
    order by id limit 1 offset ${IDS_A_SLICE - 1}`.execute(reader)
  return { after, upTo: rows[0]?.id ?? null }
}

/** Facts that may add to the tallies. Those of own metrics go by any property, for the date and for the owner. */
async function candidates(
  { reader, list }: Engine,
  query: BehindQuery & { goesByOwner: boolean },
  slice: Slice,
): Promise<Row[]> {
  const end = slice.upTo === null ? sql`` : sql`and id <= ${slice.upTo}`
  const { own = [], builtIn = [] } = Object.groupBy(query.tallies, (tally) =>
    isOwnTally(tally) ? 'own' : 'builtIn',
  )
  const filters = [
    ...(builtIn.length > 0 ? [columnFilter(list, query)] : []),
    ...(own.length > 0
      ? [
          query.goesByOwner
            ? sql`(declared is not null and ${ofReps(list, query)})`
            : sql`declared is not null`,
        ]
      : []),
  ]
  const { rows } = await sql<Row>`select * from ${factsOf(query.type)}
    where id > ${slice.after} ${end} and (${sql.join(filters, sql` or `)})`.execute(reader)
  return rows
}

/** Adds a day at either end, because each rep's days are in their own time zone. */
function columnFilter(list: Engine['list'], query: BehindQuery): RawBuilder<unknown> {
  const from = dayStart(addDays(query.from, -1), 'UTC')
  const until = dayStart(addDays(query.until, 1), 'UTC')
  const times = instantsOf(query.type).map(
    (column) => sql`(${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${until})`,
  )
  return sql`(${ofReps(list, query)} and (${sql.join(times, sql` or `)}))`
}

function ofReps(list: Engine['list'], { reps }: BehindQuery): RawBuilder<unknown> {
  return sql`owner_id in ${list([...reps.keys()].map(Number))}`
}

interface Adding {
  rep: string
  day: Day
  tally: CountedTally
  amount: number
}

/** The parts of a contribution that the query asks for. */
function asked({ tallies, from, until, reps, at }: BehindQuery, part: Contribution): Adding[] {
  const { rep, day, amount } = part
  const tally = tallies.find((one) => one === part.tally)
  if (tally === undefined || (part.from !== null && part.from > at)) return []
  const isIn = day >= from && day < until && day < (reps.get(rep) ?? '')
  return isIn ? [{ rep, day, tally, amount }] : []
}

/** Keeps the newest facts that contribute something, and counts all of them. */
function createFound(limit: number) {
  let counted = 0
  let amountless = 0
  let newest: FactBehind[] = []
  const cut = () => {
    newest = newest.sort(byAge).slice(0, limit)
  }
  return {
    take(id: string, parts: readonly Adding[]) {
      const [first] = parts
      if (!first) return
      counted++
      if (parts.some(({ amount }) => amount === 0)) amountless++
      const day = parts.reduce((latest, part) => (part.day > latest ? part.day : latest), first.day)
      newest.push({ id, rep: first.rep, day, adds: parts.map(({ tally, amount }) => ({ tally, amount })) })
      if (newest.length > limit * 10) cut()
    },
    list(): FactsBehind {
      cut()
      return { counted, withoutAmount: amountless, newest }
    },
  }
}

/** Latest day first; within a day the highest id first, which HubSpot assigned last. */
function byAge(a: FactBehind, b: FactBehind): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1
  return Number(b.id) - Number(a.id)
}
