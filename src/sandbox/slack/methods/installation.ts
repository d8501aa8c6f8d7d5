import { ApiError } from '../api-error.ts'
import { validateMessageBlocks, validateView } from '../blocks/validate.ts'
import { isObject, type JsonObject, objectsOf, parseJson, textOf } from '../json.ts'
import type { World } from '../world.ts'
import { objectArgument, refusalError } from './content.ts'
import type { Method } from './method.ts'

function authTest(_args: JsonObject, { workspace }: World): JsonObject {
  return {
    url: `https://${workspace.team.domain}.slack.com/`,
    team: workspace.team.name,
    user: 'scoreline',
    team_id: workspace.team.id,
    user_id: workspace.app.botUserId,
    bot_id: workspace.app.botId,
    ...(workspace.enterpriseId === null ? {} : { enterprise_id: workspace.enterpriseId }),
    is_enterprise_install: false,
  }
}

function teamInfo(_args: JsonObject, { workspace }: World): JsonObject {
  return { team: { ...workspace.team, email_domain: '', icon: {} } }
}

function botInfo(args: JsonObject, { workspace }: World): JsonObject {
  if (textOf(args['bot']) !== workspace.app.botId) throw new ApiError('bot_not_found')
  return {
    bot: {
      id: workspace.app.botId,
      app_id: workspace.app.id,
      user_id: workspace.app.botUserId,
      name: workspace.app.name,
      deleted: false,
    },
  }
}

/** Takes exactly one of blocks, message and view, and needs no token. */
function validateBlocks(args: JsonObject, { workspace }: World): JsonObject {
  const given = ['blocks', 'message', 'view'].filter((key) => args[key] !== undefined)
  if (given.length !== 1) throw new ApiError('invalid_arguments')
  const view = objectArgument(args['view'])
  if (view !== undefined) {
    const refusal = validateView(view, workspace)
    if (refusal !== undefined) throw refusalError(refusal)
    return {}
  }
  const message = objectArgument(args['message'])
  const value = message === undefined ? args['blocks'] : message['blocks']
  const blocks = typeof value === 'string' ? parseJson(value) : value
  if (!Array.isArray(blocks) || !blocks.every(isObject)) throw new ApiError('invalid_blocks_format')
  const refusal = validateMessageBlocks(objectsOf(blocks), workspace)
  if (refusal !== undefined) throw refusalError(refusal)
  return {}
}

export const installationMethods: Record<string, Method> = {
  'api.test': { token: 'none', scopes: [], tier: 4, run: (args) => ({ args }) },
  'auth.test': { token: 'bot', scopes: [], tier: 'special', run: authTest },
  'team.info': { token: 'bot', scopes: ['team:read'], tier: 3, run: teamInfo },
  'bots.info': { token: 'bot', scopes: ['users:read'], tier: 3, run: botInfo },
  'blocks.validate': { token: 'none', scopes: [], tier: 'special', run: validateBlocks },
}
