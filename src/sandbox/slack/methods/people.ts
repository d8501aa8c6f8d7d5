import { ApiError } from '../api-error.ts'
import type { JsonObject } from '../json.ts'
import type { SandboxUser } from '../model.ts'
import { findUser } from '../workspace.ts'
import type { World } from '../world.ts'
import { flag, limitOf, type Method, pageOf, requiredText } from './method.ts'

/** A person as Slack's API and events describe them. */
export function toSlackUser(world: World, user: SandboxUser): JsonObject {
  const { workspace } = world
  const mayReadEmail = workspace.scopes.has('users:read.email') && user.email !== undefined
  return {
    id: user.id,
    ...teamFields(world, user),
    name: user.name,
    real_name: user.realName,
    deleted: user.isDeleted ?? false,
    is_bot: user.isBot ?? false,
    is_app_user: false,
    ...(user.isDeleted ? {} : accountFields(user)),
    profile: {
      real_name: user.realName,
      display_name: user.name,
      title: user.title ?? '',
      team: user.teamId ?? workspace.team.id,
      ...(mayReadEmail ? { email: user.email } : {}),
    },
  }
}

/** Slack omits these fields for a deactivated person. */
function accountFields(user: SandboxUser): JsonObject {
  return {
    tz: user.tz ?? 'Europe/Copenhagen',
    is_admin: user.isAdmin ?? false,
    is_owner: false,
    is_restricted: user.isRestricted ?? user.isUltraRestricted ?? false,
    is_ultra_restricted: user.isUltraRestricted ?? false,
  }
}

/** On Enterprise Grid, a person's workspace may be missing or another one; the list of all their workspaces decides. */
function teamFields({ workspace }: World, { id, grid, teamId = workspace.team.id }: SandboxUser): JsonObject {
  if (grid === undefined) return { team_id: teamId, is_stranger: teamId !== workspace.team.id }
  const isStranger = !grid.teams.includes(workspace.team.id)
  return {
    ...(grid.homeTeamId === null ? { is_stranger: isStranger } : { team_id: grid.homeTeamId }),
    ...(isStranger ? { is_stranger: true } : {}),
    enterprise_user: { id, enterprise_id: workspace.enterpriseId, teams: [...grid.teams] },
  }
}

function info(args: JsonObject, world: World): JsonObject {
  const user = findUser(world.workspace, requiredText(args, 'user', 'user_not_found'))
  if (user === undefined) throw new ApiError('user_not_found')
  const locale = flag(args['include_locale']) ? { locale: user.locale ?? 'en-GB' } : {}
  return { user: { ...toSlackUser(world, user), ...locale } }
}

function lookupByEmail(args: JsonObject, world: World): JsonObject {
  const email = requiredText(args, 'email', 'users_not_found').toLowerCase()
  const user = world.workspace.users.find(
    (one) => one.email?.toLowerCase() === email && !one.isDeleted && !one.isBot,
  )
  if (user === undefined) throw new ApiError('users_not_found')
  return { user: toSlackUser(world, user) }
}

function list(args: JsonObject, world: World): JsonObject {
  const { page, nextCursor } = pageOf(world.workspace.users, args, limitOf(args, 1000, 1000))
  return {
    members: page.map((user) => toSlackUser(world, user)),
    cache_ts: Math.floor(world.clock() / 1000),
    response_metadata: { next_cursor: nextCursor },
  }
}

export const peopleMethods: Record<string, Method> = {
  'users.info': { token: 'bot', scopes: ['users:read'], tier: 4, run: info },
  'users.lookupByEmail': { token: 'bot', scopes: ['users:read.email'], tier: 3, run: lookupByEmail },
  'users.list': { token: 'bot', scopes: ['users:read'], tier: 2, run: list },
}
