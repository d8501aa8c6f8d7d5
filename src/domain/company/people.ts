/** People and teams as HubSpot has them, and which of the people are reps. */
import { type Day, dayOf, type Zone } from '../calendar/day.ts'
import type { Settings } from './settings.ts'

export interface TeamMembership {
  teamId: string
  name: string
  isPrimary: boolean
}

/** A HubSpot owner. `archivedAt` is its `updatedAt` when it was first seen archived; `null` while active. */
export interface Owner {
  id: string
  userId: string | null
  email: string | null
  firstName: string
  lastName: string
  isArchived: boolean
  archivedAt: number | null
  updatedAt: number
  teams: TeamMembership[]
  /** The person's earlier owner records, from before they left and came back; omitted if there are none. */
  former?: readonly FormerOwner[]
}

/** An archived owner who came back under another id. */
export type FormerOwner = Pick<Owner, 'id' | 'userId' | 'email'>

/** Instants in epoch milliseconds; `to` is not included. */
export interface TimeSpan {
  from: number
  to: number
}

/** A HubSpot user, with what they set for themselves. */
export interface User {
  userId: string
  zone: Zone | null
  /** ISO weekdays of the working hours; `null`: none, or none that can be read. */
  weekdays: number[] | null
  /** In order; no two of them touch. */
  outOfOffice: TimeSpan[]
  /** When the record was last changed; `null` if that cannot be read. */
  updatedAt: number | null
}

/** A user as the store knows it. */
export interface KnownUser extends User {
  /** Whether HubSpot still lists it. */
  isListed: boolean
  /** Out-of-office spans that had begun when they vanished from HubSpot or were shortened, up to that moment. */
  kept: TimeSpan[]
}

export interface Team {
  id: string
  name: string
}

/** The HubSpot account: its zone, and the company currency (ISO 4217). */
export interface Account {
  portalId: string
  zone: Zone
  currency: string
  uiDomain: string
}

export interface Stage {
  id: string
  label: string
  order: number
  isClosed: boolean
  probability: string | null
}

export interface Pipeline {
  id: string
  label: string
  order: number
  stages: Stage[]
}

/**
 * An exchange rate: `rate` (decimal text) units of the company currency for one unit of `from`, in force from
 * `effectiveAt`.
 */
export interface ExchangeRate {
  from: string
  to: string
  rate: string
  effectiveAt: number
}

/** An outcome that calls can have: the GUID of the disposition and its label. */
export interface CallOutcome {
  id: string
  label: string
}

/** An object type that own metrics name, as HubSpot knows it. */
export interface NamedObject {
  /** As it is declared: `tickets`, `p1_visits`. */
  name: string
  /** A type of facts, or the type id of a further object type; `null` if there is a problem. */
  type: string | null
  /** As HubSpot calls it for people, in the plural; `null` if it does not say. */
  label: string | null
  problem: 'unknownObject' | 'forbidden' | null
  /** The properties that HubSpot was asked about, and HubSpot's types of those it has (`date`, `datetime`, `number` …). */
  asked: string[]
  types: Record<string, string>
  /** What HubSpot calls these properties for people. */
  labels?: Record<string, string>
  /** For properties that HubSpot does not have: those with names like theirs; left out if there are none. */
  near?: Record<string, string[]>
  /** The scopes to add where the token may not read it, as far as HubSpot or our lists name them. */
  lacking?: string[]
}

/** The small lists that rules and names are based on. `account` is `null` until HubSpot has been read. */
export interface Directory {
  account: Account | null
  /** Each person once. */
  owners: Owner[]
  teams: Team[]
  pipelines: Pipeline[]
  exchangeRates: ExchangeRate[]
  /** Empty if they could not be read. */
  callOutcomes: CallOutcome[]
  /** Empty if they could not be read. */
  users: KnownUser[]
  /** The object types that own metrics name. */
  objects: NamedObject[]
}

/** First and last name, otherwise the e-mail, otherwise the id. */
export function nameOf(owner: Owner): string {
  const name = `${owner.firstName} ${owner.lastName}`.trim()
  return name || owner.email || owner.id
}

/** What may be typed for a person: full name, first name, e-mail. */
export function typedNames(owner: Owner): string[] {
  return [nameOf(owner), owner.firstName, owner.email ?? ''].filter((name) => name !== '')
}

/** The primary team; HubSpot gives an owner at most one. */
export function primaryTeamOf(owner: Owner): TeamMembership | undefined {
  return owner.teams.find((team) => team.isPrimary)
}

/** The reps: the owners that the settings track, or every owner if the settings name none. */
export function trackedReps(owners: readonly Owner[], tracked: readonly string[] | null): Owner[] {
  return tracked ? owners.filter((owner) => tracked.includes(owner.id)) : [...owners]
}

/** The zone in which a rep's records are counted: the primary team's if set, otherwise the account's. */
export function zoneOfOwner(owner: Owner, teamZones: Readonly<Record<string, Zone>>, account: Zone): Zone {
  const team = primaryTeamOf(owner)
  return (team && teamZones[team.teamId]) ?? account
}

/**
 * The last day on which an archived owner's records count: as set, otherwise the day of archiving in the owner's zone.
 */
export function archiveDayOf(owner: Owner, settings: Pick<Settings, 'archivedOn'>, zone: Zone): Day | null {
  if (!owner.isArchived) return null
  const set = settings.archivedOn[owner.id]
  return set ?? (owner.archivedAt === null ? null : dayOf(owner.archivedAt, zone))
}
