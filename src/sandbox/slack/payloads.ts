import type { JsonObject } from './json.ts'
import type { SandboxChannel, SandboxUser } from './model.ts'
import type { World } from './world.ts'

/** The fields in every payload that a person's action causes. */
export function actorFields(world: World, user: SandboxUser): JsonObject {
  const { team, app, enterpriseId } = world.workspace
  const home = user.grid?.homeTeamId ?? user.teamId ?? team.id
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: home },
    api_app_id: app.id,
    token: 'verification-token',
    trigger_id: world.triggers.issue(user.id),
    team: { id: team.id, domain: team.domain },
    enterprise: enterpriseId === null ? null : { id: enterpriseId, name: 'Nordlys' },
    is_enterprise_install: false,
  }
}

export interface CommandParts {
  user: SandboxUser
  channel: SandboxChannel
  command: string
  text: string
  responseUrl: string
}

/** A slash command's fields, all text because they are sent as a form. */
export function commandPayload(world: World, parts: CommandParts): JsonObject {
  const { team, app, enterpriseId } = world.workspace
  return {
    token: 'verification-token',
    team_id: team.id,
    team_domain: team.domain,
    ...(enterpriseId === null ? {} : { enterprise_id: enterpriseId, enterprise_name: 'Nordlys' }),
    channel_id: parts.channel.id,
    channel_name: parts.channel.name,
    user_id: parts.user.id,
    user_name: parts.user.name,
    command: parts.command,
    text: parts.text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: parts.responseUrl,
    trigger_id: world.triggers.issue(parts.user.id),
  }
}

/** The envelope of an Events API event. */
export function eventPayload(world: World, event: JsonObject): JsonObject {
  const { team, app, enterpriseId } = world.workspace
  const seconds = Math.floor(world.clock() / 1000)
  return {
    token: 'verification-token',
    team_id: team.id,
    context_team_id: team.id,
    api_app_id: app.id,
    event: { event_ts: world.ids.ts(), ...event },
    type: 'event_callback',
    event_id: world.ids.id('Ev'),
    event_time: seconds,
    authorizations: [
      {
        enterprise_id: enterpriseId,
        team_id: team.id,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  }
}
