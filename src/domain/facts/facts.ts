/** Facts: what HubSpot's records say, in our words, typed and stored. Instants are epoch milliseconds; ids are HubSpot's. */

/** Values for which it matters whether they were in the record but could not be read: missing ones are not a flaw. */
export const UNREADABLE_VALUES = ['owner', 'duration', 'mql', 'sql', 'opportunity', 'customer'] as const
export type UnreadableValue = (typeof UNREADABLE_VALUES)[number]

/** What every fact has. `ownerId` is the owner now; `modifiedAt` is HubSpot's last-modified instant. */
export interface FactBase {
  id: string
  ownerId: string | null
  modifiedAt: number
  /** Left out where there is none. */
  unreadable?: readonly UnreadableValue[]
}

/** `status` and `direction` as HubSpot names them; `disposition` is the outcome's GUID; duration in ms, `null` when unreadable. */
export interface CallFact extends FactBase {
  type: 'calls'
  at: number | null
  direction: string | null
  status: string | null
  disposition: string | null
  durationMs: number | null
}

export interface EmailFact extends FactBase {
  type: 'emails'
  at: number | null
  direction: string | null
  status: string | null
  replyCount: number | null
}

/** `at` is HubSpot's timestamp, the fallback for a missing start. */
export interface MeetingFact extends FactBase {
  type: 'meetings'
  at: number | null
  createdAt: number | null
  startsAt: number | null
  endsAt: number | null
  outcome: string | null
}

/** `at` is the due date; a completed task counts on the day of `completedAt`, otherwise of `at`. */
export interface TaskFact extends FactBase {
  type: 'tasks'
  at: number | null
  completedAt: number | null
  status: string | null
}

export interface NoteFact extends FactBase {
  type: 'notes'
  at: number | null
}

/** A logged LinkedIn, SMS or WhatsApp message; `channel` as HubSpot names it. */
export interface MessageFact extends FactBase {
  type: 'communications'
  at: number | null
  channel: string | null
}

/** Lifecycle dates are the first ever seen; `null`: the contact was never seen entering the stage. */
export interface ContactFact extends FactBase {
  type: 'contacts'
  createdAt: number | null
  mqlAt: number | null
  sqlAt: number | null
  opportunityAt: number | null
  customerAt: number | null
  /** Text of the property that the settings name. */
  territory: string | null
}

/**
 * A deal. Amounts are HubSpot's raw texts (`null` when blank), in `currency` or the company's (`homeAmount`);
 * `arr` and `mrr` are in the deal's currency; `probability` is 0 to 1 as text.
 */
export interface DealFact extends FactBase {
  type: 'deals'
  name: string | null
  pipelineId: string | null
  stageId: string | null
  createdAt: number | null
  closesAt: number | null
  isClosed: boolean
  isWon: boolean
  amount: string | null
  homeAmount: string | null
  currency: string | null
  probability: string | null
  forecastCategory: string | null
  arr: string | null
  mrr: string | null
  /** Texts of the properties that the settings name. */
  cost: string | null
  contractYears: string | null
  territory: string | null
  /** Read separately from the record; `null`: not read yet, or no company. */
  companyId: string | null
  /** The first entry into each stage, read separately from the record; `null`: not read yet. */
  stageEntries: StageEntry[] | null
}

export interface StageEntry {
  stageId: string
  at: number
}

interface Facts {
  calls: CallFact
  emails: EmailFact
  meetings: MeetingFact
  tasks: TaskFact
  notes: NoteFact
  communications: MessageFact
  contacts: ContactFact
  deals: DealFact
}

export type FactOf<T extends FactType> = Facts[T]
export type Fact = Facts[FactType]
export type ActivityFact = Exclude<Fact, ContactFact | DealFact>

/** The types that every poll reads, named as HubSpot names them. */
export const FACT_TYPES = [
  'deals',
  'contacts',
  'calls',
  'emails',
  'meetings',
  'tasks',
  'notes',
  'communications',
] as const
export type FactType = (typeof FACT_TYPES)[number]

/** Outcomes that settle at once what became of a meeting. */
const SETTLED_OUTCOMES = ['COMPLETED', 'NO_SHOW', 'CANCELED', 'CANCELLED', 'RESCHEDULED']

/** Whether a meeting has a custom outcome of the account. */
export function hasOwnOutcome({ outcome }: MeetingFact): boolean {
  return outcome !== null && outcome !== 'SCHEDULED' && !SETTLED_OUTCOMES.includes(outcome)
}

/** When a meeting is over (epoch ms); `null`: nobody knows. */
export function endOf({ endsAt, startsAt, at }: MeetingFact): number | null {
  return endsAt ?? startsAt ?? at
}

/**
 * The instant from which a fact may count differently without any change in HubSpot: the end of a meeting without a
 * settled outcome. `null`: there is none.
 */
export function countsFrom(fact: Fact): number | null {
  if (fact.type !== 'meetings') return null
  return fact.outcome !== null && SETTLED_OUTCOMES.includes(fact.outcome) ? null : endOf(fact)
}

/**
 * A new version of a fact with what only older versions know: first lifecycle dates that HubSpot may have overwritten,
 * and what is read separately from the record.
 */
export function remembering(fact: Fact, before: Fact | undefined): Fact {
  if (fact.type === 'contacts' && before?.type === 'contacts') {
    return {
      ...fact,
      mqlAt: earliest(fact.mqlAt, before.mqlAt),
      sqlAt: earliest(fact.sqlAt, before.sqlAt),
      opportunityAt: earliest(fact.opportunityAt, before.opportunityAt),
      customerAt: earliest(fact.customerAt, before.customerAt),
    }
  }
  if (fact.type === 'deals' && before?.type === 'deals') {
    return {
      ...fact,
      companyId: fact.companyId ?? before.companyId,
      stageEntries: fact.stageEntries ?? before.stageEntries,
    }
  }
  return fact
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}
