import type { SandboxOwner } from '../account-data.ts'
import { notFound } from '../refusal.ts'
import { type Call, limitOf, ok, type Reply } from './call.ts'

/** An owner as shown. An archived one has no `userId`: the id is in another field. */
function shownOwner(owner: SandboxOwner): object {
  const { userId, userIdIncludingInactive = userId, ...rest } = owner
  return { ...rest, userId: owner.archived ? null : userId, userIdIncludingInactive }
}

/** Active owners or, on request, archived ones; never both. */
export function listOwners({ state, query, path }: Call): Reply {
  const archived = query.get('archived') === 'true'
  const email = query.get('email')
  const limit = limitOf(query, { fallback: 100, max: 500 })
  const after = Number(query.get('after') ?? '0')
  const found = state.owners
    .filter((owner) => owner.archived === archived && (email === null || owner.email === email))
    .filter((owner) => Number(owner.id) >= after)
    .sort((a, b) => Number(a.id) - Number(b.id))
  const results = found.slice(0, limit).map(shownOwner)
  const next = found[limit]
  if (next === undefined) return ok({ results })
  const link = `https://api.hubapi.com${path}?after=${next.id}&limit=${limit}`
  return ok({ results, paging: { next: { after: next.id, link } } })
}

export function getOwner({ state, query, parts }: Call): Reply {
  const [id] = parts
  const archived = query.get('archived') === 'true'
  const isByUser = query.get('idProperty') === 'userId'
  const owner = state.owners.find(
    (candidate) =>
      candidate.archived === archived && (isByUser ? String(candidate.userId) : candidate.id) === id,
  )
  if (owner === undefined) throw notFound('Owner not found')
  return ok(shownOwner(owner))
}

/** All teams, including those without members. */
export function listTeams({ state }: Call): Reply {
  const membersOf = (teamId: string, primary: boolean) =>
    state.owners
      .filter((owner) => !owner.archived && owner.userId !== null)
      .filter((owner) => owner.teams?.some((team) => team.id === teamId && team.primary === primary) ?? false)
      .map((owner) => String(owner.userId))
  const results = state.teams.map((team) => ({
    id: team.id,
    name: team.name,
    userIds: membersOf(team.id, true),
    secondaryUserIds: membersOf(team.id, false),
  }))
  return ok({ results })
}
