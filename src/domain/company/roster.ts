/**
 * The roster: who is a rep, in which team, zone and calendar. Built once from directory and settings, then read often.
 */
import { addDays, type Day, dayOf, type Zone } from '../calendar/day.ts'
import type { PeriodBasis } from '../calendar/period.ts'
import { exponentOf } from '../numbers/money.ts'
import { type KnownUsers, type Leave, leaveOf, type OwnWeekdays, ownWeekdaysOf } from './leave.ts'
import {
  archiveDayOf,
  type Directory,
  nameOf,
  type Owner,
  primaryTeamOf,
  type Team,
  trackedReps,
  zoneOfOwner,
} from './people.ts'
import { settingsOfPersons } from './persons.ts'
import type { Settings } from './settings.ts'

export interface Rep {
  id: string
  name: string
  owner: Owner
  zone: Zone
  primaryTeamId: string | null
  teamIds: string[]
  /** The last day that counts, for archived reps. */
  archiveDay: Day | null
  /** In the order of its first days. */
  leave: readonly Leave[]
  /** `null`: the rep works on the weekdays of the company. */
  weekdays: OwnWeekdays | null
}

export interface Roster {
  /** The account's zone. */
  zone: Zone
  currency: string
  /** Digits of the currency's minor unit. */
  exponent: number
  reps: Rep[]
  teams: Team[]
  settings: Settings
}

/** Whom a number is about. */
export type Scope =
  | { kind: 'rep'; ownerId: string }
  | { kind: 'team'; teamId: string }
  | { kind: 'group'; name: string }
  | { kind: 'everyone' }

/** `null` until the HubSpot account has been read. */
export function rosterFrom(directory: Directory, chosen: Settings): Roster | null {
  const { account } = directory
  if (!account) return null
  const settings = settingsOfPersons(chosen, directory.owners)
  const reps = trackedReps(directory.owners, settings.tracked)
  const users = new Map(directory.users.map((user) => [user.userId, user]))
  return {
    zone: account.zone,
    currency: account.currency,
    exponent: exponentOf(account.currency),
    reps: reps.map((owner) => toRep(owner, { settings, users, accountZone: account.zone })),
    teams: directory.teams,
    settings,
  }
}

interface RepsBasis {
  settings: Settings
  users: KnownUsers
  accountZone: Zone
}

function toRep(owner: Owner, { settings, users, accountZone }: RepsBasis): Rep {
  const zone = zoneOfOwner(owner, settings.teamZones, accountZone)
  return {
    id: owner.id,
    name: nameOf(owner),
    owner,
    zone,
    primaryTeamId: primaryTeamOf(owner)?.teamId ?? null,
    teamIds: [...new Set(owner.teams.map((team) => team.teamId))],
    archiveDay: archiveDayOf(owner, settings, zone),
    leave: leaveOf({ owner, zone, settings, users }),
    weekdays: ownWeekdaysOf({ owner, settings, users }),
  }
}

const byId = new WeakMap<readonly Rep[], ReadonlyMap<string, Rep>>()

/** A tracked rep by owner id. A report asks thousands of times, so the reps of a roster are indexed once. */
export function repOf({ reps }: Roster, ownerId: string): Rep | undefined {
  const known = byId.get(reps) ?? new Map(reps.map((rep) => [rep.id, rep]))
  byId.set(reps, known)
  return known.get(ownerId)
}

/** The tracked reps of a scope, each once. */
export function repsIn(roster: Roster, scope: Scope): Rep[] {
  switch (scope.kind) {
    case 'rep': {
      const rep = repOf(roster, scope.ownerId)
      return rep ? [rep] : []
    }
    case 'team':
      return roster.reps.filter((rep) => rep.teamIds.includes(scope.teamId))
    case 'group':
      return groupMembers(roster, scope.name)
    case 'everyone':
      return roster.reps
  }
}

function groupMembers(roster: Roster, name: string): Rep[] {
  const group = roster.settings.groups[name]
  if (!group) return []
  return roster.reps.filter(
    (rep) => group.reps.includes(rep.id) || rep.teamIds.some((teamId) => group.teams.includes(teamId)),
  )
}

/**
 * The zone in which relative words about a scope become dates: the rep's or the team's own, otherwise the account's.
 */
export function zoneOfScope(roster: Roster, scope: Scope): Zone {
  if (scope.kind === 'team') return roster.settings.teamZones[scope.teamId] ?? roster.zone
  if (scope.kind !== 'rep') return roster.zone
  return repOf(roster, scope.ownerId)?.zone ?? roster.zone
}

/** What periods for a scope depend on at a given moment. */
export function periodBasis(roster: Roster, scope: Scope, now: number): PeriodBasis {
  return basisIn(roster, zoneOfScope(roster, scope), now)
}

export function basisIn(roster: Roster, zone: Zone, now: number): PeriodBasis {
  const { weekStart, fiscalYearStartMonth } = roster.settings
  return { today: dayOf(now, zone), weekStart, fiscalYearStartMonth }
}

/** The day after the last day that counts for a rep, at most `until`. */
export function cutAtArchive(rep: Rep, until: Day): Day {
  if (rep.archiveDay === null) return until
  const end = addDays(rep.archiveDay, 1)
  return end < until ? end : until
}
