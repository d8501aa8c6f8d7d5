/** The data-quality report: how many records have which flaw, and where in HubSpot to fix some of them. */

import { addDays } from '../domain/calendar/day.ts'
import { ownerIdsOf } from '../domain/company/persons.ts'
import { type Rules, type RulesBody, rulesFrom, zoneOf } from '../domain/company/rules.ts'
import { isClosedAhead } from '../domain/facts/deals.ts'
import { FACT_TYPES, type Fact, type FactType } from '../domain/facts/facts.ts'
import {
  FLAW_REASONS,
  type Flaw,
  type FlawReason,
  flawsOf,
  isDecidingDate,
  type QualityBasis,
  typesOfFlaw,
} from '../domain/facts/quality.ts'
import { COUNTED_FLAWS, NOBODY, QUALITY_TALLIES, UNDATED } from '../domain/facts/quality-tallies.ts'
import type { Wholeness } from '../domain/figures/incomplete.ts'
import type { SourceWords } from '../ports/source-words.ts'
import type { Store } from '../ports/store.ts'
import { forEachFact } from '../values/each-fact.ts'
import { readGoals } from '../values/goals.ts'
import type { ReportPorts } from './report-ports.ts'

/** A record by its id, with its page in HubSpot if it has one. */
export interface NamedRecord {
  id: string
  link: string | null
}

/** `about`: the type, or for a bad date, which one; `null` where the reason already says it. */
export interface FlawCount {
  reason: FlawReason
  about: Flaw['about']
  count: number
}

export interface QualityLine extends FlawCount {
  /** The first 20. */
  records: NamedRecord[]
}

const NAMED = 20

/** Every flaw that some record has, in the order of the reasons; `null` until HubSpot has been read. */
export async function readQuality({ store, clock, words }: ReportPorts): Promise<QualityLine[] | null> {
  const now = clock.now()
  const directory = await store.directory.read()
  const rules = rulesFrom(directory, await store.settings.read(), now)
  const { account } = directory
  if (!rules || !account) return null
  const lines = createLines((type, id) => words.recordLink(account, type, id))
  const ownerIds = ownerIdsOf(directory.owners)
  const basis = { rules, ownerIds, now }
  const flawed = await typesToGoThrough(store, basis)
  for (const type of FACT_TYPES) {
    const noneOf = flawed.includes(type) ? undefined : [...ownerIds]
    await forEachFact(store, type, (fact) => lines.addFact(fact, basis), noneOf)
  }
  const { skipped } = await readGoals(store)
  for (const { id } of skipped) lines.add('bad_goal', null, { id, link: null })
  return lines.list()
}

/** By the stored counts nearly all types have no flaw except records without an owner, which the store finds by itself. */
async function typesToGoThrough(
  store: Store,
  { rules, ownerIds, now }: QualityBasis,
): Promise<readonly FactType[]> {
  const kept = await store.rules.current()
  if (!kept || !isSameAs(kept, rules) || (await store.facts.countOutdated(kept)).outdated > 0)
    return FACT_TYPES
  const counts = await countFlaws(store, { rules: kept, ownerIds, now })
  const others = counts.filter(({ reason }) => reason !== 'no_owner' && reason !== 'unknown_owner')
  return FACT_TYPES.filter((type) => others.some((flaw) => typesOfFlaw(flaw).includes(type)))
}

/** Rules are compared as they are kept: as text. */
function isSameAs({ number: _number, ...kept }: Rules, rules: RulesBody): boolean {
  return JSON.stringify(kept) === JSON.stringify(rules)
}

/** The same counts without the records. No record has to be read for them: they are stored like other tallies. */
export async function countFlaws(
  store: Store,
  { rules, ownerIds, now }: { rules: Rules; ownerIds: ReadonlySet<string>; now: number },
): Promise<FlawCount[]> {
  const counts = new Map<string, FlawCount>()
  const add = (reason: FlawReason, about: Flaw['about'], amount: number) => {
    const key = `${reason} ${about}`
    counts.set(key, { reason, about, count: (counts.get(key)?.count ?? 0) + amount })
  }
  const tallies = [...QUALITY_TALLIES.keys()]
  const until = addDays(UNDATED, 1)
  for (const { rep, tally, amount } of await store.tallies.sum({ tallies, from: UNDATED, until, at: now })) {
    const counted = QUALITY_TALLIES.get(tally)
    const isKnown = rep === NOBODY || ownerIds.has(rep)
    if (counted && 'held' in counted && !isKnown) add('unknown_owner', counted.held, amount)
    if (counted && 'reason' in counted && isKnown) add(counted.reason, counted.about, amount)
  }
  const ahead = (await store.deals.closedAhead(now)).filter(
    ({ ownerId, closesAt }) =>
      ownerIds.has(ownerId) &&
      isClosedAhead({ isClosed: true, isWon: false, closesAt }, { zone: zoneOf(rules, ownerId), now }),
  )
  add('closed_in_future', null, ahead.length)
  add('bad_goal', null, (await readGoals(store)).skipped.length)
  return [...counts.values()].filter(({ count }) => count > 0).sort(byReason)
}

function createLines(linkOf: (type: FactType, id: string) => string) {
  const lines = new Map<string, QualityLine>()
  const add = (reason: FlawReason, about: Flaw['about'], record: NamedRecord) => {
    const key = `${reason} ${about}`
    const line = lines.get(key) ?? { reason, about, count: 0, records: [] }
    lines.set(key, line)
    line.count++
    if (line.records.length < NAMED) line.records.push(record)
  }
  return {
    add,
    addFact(fact: Fact, basis: QualityBasis) {
      for (const { reason, about } of flawsOf(fact, basis)) {
        add(reason, about, { id: fact.id, link: linkOf(fact.type, fact.id) })
      }
    },
    list: () => [...lines.values()].sort(byReason),
  }
}

function byReason(a: FlawCount, b: FlawCount): number {
  const order = FLAW_REASONS.indexOf(a.reason) - FLAW_REASONS.indexOf(b.reason)
  return order || ((a.about ?? '') < (b.about ?? '') ? -1 : 1)
}

/** What a flaw is about, as people know it: a type by its name, a date by its name in HubSpot. */
export function shownAbout(about: string | null, { propertyOf }: SourceWords): string | null {
  return about !== null && isDecidingDate(about) ? propertyOf(about) : about
}

type Counts = Record<string, number | null>

/**
 * The counts as the report has them: by type or property for owners and dates, otherwise one number; `null` where the
 * type has not been read completely.
 */
export function qualityReport(
  lines: readonly FlawCount[],
  isWhole: Pick<Wholeness, 'ofSources'>,
  words: SourceWords,
): Record<string, number | null | Counts> {
  const countOf = (reason: FlawReason) => {
    if (!isWhole.ofSources(typesOfFlaw({ reason, about: null }))) return null
    return lines.find((line) => line.reason === reason)?.count ?? 0
  }
  const countsOf = (reason: FlawReason): Counts => {
    const found = lines.filter((line) => line.reason === reason)
    const unread = COUNTED_FLAWS.filter(
      (flaw) => flaw.reason === reason && !isWhole.ofSources(typesOfFlaw(flaw)),
    )
    return Object.fromEntries([
      ...found.map(({ about, count }) => [shownAbout(about, words) ?? '', count]),
      ...unread.map(({ about }) => [shownAbout(about, words) ?? '', null]),
    ])
  }
  const isOfSeveral = (reason: FlawReason) =>
    COUNTED_FLAWS.some((flaw) => flaw.reason === reason && flaw.about !== null)
  return Object.fromEntries(
    FLAW_REASONS.map((reason) => [reason, isOfSeveral(reason) ? countsOf(reason) : countOf(reason)]),
  )
}
