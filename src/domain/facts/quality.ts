/** Data quality: why a record is left out of numbers it would otherwise count towards. */
import type { Zone } from '../calendar/day.ts'
import { type RulesBody, zoneOf } from '../company/rules.ts'
import { type Declared, FACT_TYPES, type Fact, type FactOf, type FactType, objectType } from './facts.ts'
import { type DeclaredFlaw, type FlawCollector, isUnreadable } from './object-type.ts'

/** Flaws that only records of one type can have. */
type OwnReason = { [T in FactType]: keyof Declared[T]['flaws'] }[FactType]

export type FlawReason = 'no_owner' | 'unknown_owner' | 'bad_date' | OwnReason | 'bad_goal'

const OWN_REASONS: ReadonlySet<string> = new Set(
  FACT_TYPES.flatMap((type) => Object.keys(objectType(type).flaws)),
)

function isOwnReason(text: string): text is OwnReason {
  return OWN_REASONS.has(text)
}

/** In the order in which they are listed. */
export const FLAW_REASONS: readonly FlawReason[] = [
  'no_owner',
  'unknown_owner',
  'bad_date',
  ...[...OWN_REASONS].filter(isOwnReason),
  'bad_goal',
]

/** The dates that decide on which day something counts, each belonging to a type of fact. */
export type DecidingDate = { [T in FactType]: `${T}.${keyof Declared[T]['dates'] & string}` }[FactType]

const DATES: ReadonlySet<string> = new Set(
  FACT_TYPES.flatMap((type) => Object.keys(objectType(type).dates).map((date) => `${type}.${date}`)),
)

export function isDecidingDate(text: string): text is DecidingDate {
  return DATES.has(text)
}

/** Something that is wrong with a record. `about`: its type, or the date; `null` where the reason already says it. */
export interface Flaw {
  reason: FlawReason
  about: FactType | DecidingDate | null
}

/** Every flaw that a record can have, as declared. */
export const RECORD_FLAWS: readonly (Flaw & DeclaredFlaw)[] = FACT_TYPES.flatMap((type) => {
  const { dates, flaws } = objectType(type)
  return [
    { reason: 'no_owner', about: type } as const,
    { reason: 'unknown_owner', about: type } as const,
    ...Object.entries(dates).flatMap(([date, declared]) => {
      const about = `${type}.${date}`
      return isDecidingDate(about) ? [{ ...declared, reason: 'bad_date', about } as const] : []
    }),
    ...Object.entries(flaws).flatMap(([reason, declared]) =>
      isOwnReason(reason) ? [{ ...declared, reason, about: null }] : [],
    ),
  ]
})

/** The types of records that can have a flaw. A flaw that several types or dates can have names its own in `about`. */
export function typesOfFlaw({ reason, about }: Flaw): readonly FactType[] {
  return FACT_TYPES.filter(
    (type) => reason in objectType(type).flaws || about === type || about?.startsWith(`${type}.`),
  )
}

/** A flaw that a record has from a moment on (epoch ms); `null`: at all times. */
export interface LastingFlaw extends Flaw {
  from: number | null
}

export interface QualityBasis {
  rules: RulesBody
  /** Everyone who is an owner, tracked or not, archived or not. */
  ownerIds: ReadonlySet<string>
  now: number
}

/** What is wrong with a fact. A fact that counts for nobody has no other flaw. */
export function flawsOf(fact: Fact, { rules, ownerIds, now }: QualityBasis): Flaw[] {
  const { ownerId, type } = fact
  if (ownerId === null) return [ownerless(fact)]
  if (!ownerIds.has(ownerId)) return [{ reason: 'unknown_owner', about: type }]
  const lasting = lastingFlaws(fact, rules).filter(({ from }) => from === null || from <= now)
  return [
    ...lasting.map(({ reason, about }) => ({ reason, about })),
    ...passingFlaws(type, fact, { zone: zoneOf(rules, ownerId), now }),
  ]
}

/** What is wrong with a fact that has no owner. */
export function ownerless(fact: Fact): Flaw {
  return { reason: isUnreadable(fact, 'owner') ? 'unknown_owner' : 'no_owner', about: fact.type }
}

function passingFlaws<T extends FactType>(
  type: T,
  fact: FactOf<T>,
  days: { zone: Zone; now: number },
): Flaw[] {
  const found: Flaw[] = []
  objectType(type).findPassing?.(fact, days, (reason) => {
    if (isOwnReason(reason)) found.push({ reason, about: null })
  })
  return found
}

/** What is wrong with a fact as long as neither it nor the rules change, provided that its owner exists. */
export function lastingFlaws(fact: Fact, rules: RulesBody): LastingFlaw[] {
  const found: LastingFlaw[] = []
  const to: FlawCollector<string, OwnReason> = {
    date(name, at, from = null) {
      if (at !== null) return
      const about = `${fact.type}.${name}`
      if (isDecidingDate(about)) found.push({ reason: 'bad_date', about, from })
    },
    add: (reason, from = null) => found.push({ reason, about: null, from }),
  }
  findFlaws(fact.type, fact, { rules, to })
  return found
}

interface Finding {
  rules: RulesBody
  to: FlawCollector<string, OwnReason>
}

function findFlaws<T extends FactType>(type: T, fact: FactOf<T>, { rules, to }: Finding): void {
  objectType(type).findFlaws(fact, rules, to)
}
