/** Persons: an owner who left and came back has two ids in HubSpot but is one rep. */
import type { FormerOwner, Owner } from './people.ts'
import type { Settings } from './settings.ts'

/**
 * The owners, each person once. An archived owner who shares the user id (or failing that, the e-mail) of exactly one
 * active owner is the same person at an earlier time, and is moved into that owner's `former`, earliest archived first.
 */
export function personsOf(owners: readonly Owner[]): Owner[] {
  const isActive = (owner: Owner) => !owner.isArchived
  const presentOf = presentOwners(owners.filter(isActive))
  const archived = owners.filter((owner) => !isActive(owner)).sort(byLeaving)
  const returned = Map.groupBy(archived, (owner) => presentOf(owner)?.id)
  return owners.flatMap((owner) => {
    if (!isActive(owner)) return presentOf(owner) ? [] : [owner]
    const former = (returned.get(owner.id) ?? []).map(({ id, userId, email }) => ({ id, userId, email }))
    return [former.length > 0 ? { ...owner, former } : owner]
  })
}

/** Finds the one active owner who is the same person as an archived one. */
function presentOwners(active: readonly Owner[]): (archived: Owner) => Owner | undefined {
  const byUser = Map.groupBy(active, ({ userId }) => userId)
  const byEmail = Map.groupBy(active, ({ email }) => email?.toLowerCase() ?? null)
  const only = <K>(groups: ReadonlyMap<K | null, Owner[]>, key: K | null) => {
    const [found, ...others] = key === null ? [] : (groups.get(key) ?? [])
    return others.length === 0 ? found : undefined
  }
  return ({ userId, email }) => only(byUser, userId) ?? only(byEmail, email?.toLowerCase() ?? null)
}

function byLeaving(a: Owner, b: Owner): number {
  return (a.archivedAt ?? a.updatedAt) - (b.archivedAt ?? b.updatedAt)
}

/** All owner ids of a person. */
export function idsOf({ id, former = [] }: Pick<Owner, 'id' | 'former'>): string[] {
  return [id, ...former.map((one) => one.id)]
}

/** Every owner id, former ones included. */
export function ownerIdsOf(persons: readonly Owner[]): Set<string> {
  return new Set(persons.flatMap(idsOf))
}

/** The present ids of people who came back, keyed by their former ids. */
export function presentIds(persons: readonly Owner[]): Record<string, string> {
  const pairs = persons.flatMap(({ id, former = [] }) => former.map((one) => [one.id, id] as const))
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Whether an owner's present or former record satisfies `fits`. */
export function isPerson(owner: Owner, fits: (one: FormerOwner) => boolean): boolean {
  return fits(owner) || (owner.former ?? []).some(fits)
}

/**
 * The settings with every owner id replaced by the person's present one. If both ids have a setting, the present one
 * wins.
 */
export function settingsOfPersons(settings: Settings, persons: readonly Owner[]): Settings {
  const present = presentIds(persons)
  if (Object.keys(present).length === 0) return settings
  const toPresent = (id: string) => present[id] ?? id
  const idsIn = (ids: readonly string[]) => [...new Set(ids.map(toPresent))]
  const holder = (who: string) => (who.startsWith('rep:') ? `rep:${toPresent(who.slice(4))}` : who)
  const byOwner = <T>(keyed: Readonly<Record<string, T>>) => byPerson(keyed, persons, (id) => id)
  return {
    ...settings,
    tracked: settings.tracked && idsIn(settings.tracked),
    leave: byOwner(settings.leave),
    repWeekdays: byOwner(settings.repWeekdays),
    startedOn: byOwner(settings.startedOn),
    repCost: byOwner(settings.repCost),
    benchmarks: byPerson(settings.benchmarks, persons, (id) => `rep:${id}`),
    quotas: settings.quotas.map((quota) => ({ ...quota, who: holder(quota.who) })),
    optOut: idsIn(settings.optOut),
    links: Object.fromEntries(Object.entries(settings.links).map(([user, id]) => [user, toPresent(id)])),
    roles: settings.roles.map((role) => ({ ...role, reps: idsIn(role.reps) })),
    groups: Object.fromEntries(
      Object.entries(settings.groups).map(([name, group]) => [name, { ...group, reps: idsIn(group.reps) }]),
    ),
  }
}

/** Among several former ids, the one archived last wins. */
function byPerson<T>(
  keyed: Readonly<Record<string, T>>,
  persons: readonly Owner[],
  keyOf: (id: string) => string,
): Record<string, T> {
  const all = { ...keyed }
  for (const { id, former = [] } of persons) {
    for (const one of former) {
      const before = keyed[keyOf(one.id)]
      if (before !== undefined && keyed[keyOf(id)] === undefined) all[keyOf(id)] = before
      delete all[keyOf(one.id)]
    }
  }
  return all
}
