import type { ConfigFor } from '../../config/config.ts'
import type { Settings } from '../../domain/company/settings.ts'
import type { Channel, Installation, Refusal } from '../../ports/installation.ts'
import type { Services } from '../../wiring.ts'
import { configFor } from '../run.ts'
import { checkOf } from './digest-findings.ts'
import { complaints, type Finding, fix, note, ok } from './finding.ts'
import { peopleFindings } from './people-findings.ts'

/** What the store knows that Slack has a say in. */
export interface KnownToStore {
  settings: Pick<Settings, 'digests' | 'roles'>
  /** When a signature made with the current signing secret was last valid; `null`: never. */
  lastVerified: number | null
}

/** Whether the bot may do in Slack what it has to: its tokens, the channels of its digests, the people it alerts. */
export async function slackFindings(
  services: Services,
  { settings, lastVerified }: KnownToStore,
): Promise<Finding[]> {
  const wrong = complaints('slack')
  if (wrong.length > 0) return wrong
  const config = configFor('slack')
  const slack = await services.createSlackInstallation(config, await services.createLog('silent'))
  const check = await slack.check()
  if (!check.ok && check.isUnreachable) return [unreachable(check.error)]
  const door = await doorFinding(slack, config, lastVerified)
  if (!check.ok) {
    const remedy = 'Reinstall the app and set SLACK_BOT_TOKEN.'
    return [fix('Slack token', check.error, remedy), door]
  }
  const { team, teamId, scopes, scopesMissing } = check
  return [
    ok('Slack token', `accepted; workspace ${team} (${teamId})`),
    ...(scopesMissing.length > 0
      ? [
          fix(
            'Slack scopes',
            `missing ${scopesMissing.join(', ')}`,
            'Update the app from the manifest and reinstall it.',
          ),
        ]
      : []),
    door,
    ...(await channelFindings(slack, settings, scopes)),
    ...(await peopleFindings(slack, settings, config.admins)),
  ]
}

function unreachable(reason: string): Finding {
  return fix(
    'Slack',
    `cannot be reached: ${reason}`,
    'Check the network, SLACK_API_URL and the proxy; tokens and channels were not checked.',
  )
}

/** How Slack reaches the bot: over the bot's own connection, or by signed requests. */
async function doorFinding(
  slack: Installation,
  { slack: { mode } }: ConfigFor<'slack'>,
  lastVerified: number | null,
): Promise<Finding> {
  if (mode.kind === 'http') return secretFinding(lastVerified)
  const refusal = await slack.checkAppToken(mode.appToken)
  if (refusal === null) return ok('Slack app token', 'accepted; it opens Socket Mode connections')
  return fix(
    'Slack app token',
    refusal.error,
    'Create an app-level token with the scope connections:write (Basic Information of the Slack app) and set SLACK_APP_TOKEN.',
  )
}

function secretFinding(lastVerified: number | null): Finding {
  if (lastVerified !== null)
    return ok('Slack signing secret', `verified a request at ${new Date(lastVerified).toISOString()}`)
  return note(
    'Slack signing secret',
    'has not verified any request from Slack yet',
    'Start the bot and type /sales in Slack. If that fails, compare SLACK_SIGNING_SECRET with Basic Information of the Slack app, and its request address with this bot.',
  )
}

/** One lookup for all digests of a channel. */
async function channelFindings(
  slack: Installation,
  { digests }: KnownToStore['settings'],
  scopes: readonly string[],
): Promise<Finding[]> {
  const findings: Finding[] = []
  const enabled = digests.filter((digest) => digest.enabled)
  for (const [id, sharing] of Map.groupBy(enabled, ({ channel }) => channel)) {
    const look = await slack.channel(id)
    for (const { name } of sharing) findings.push(channelFinding(checkOf(name), id, look, scopes))
  }
  return findings
}

const INVITE = 'Type /invite @Scoreline in the channel, or set another one.'

function channelFinding(
  check: string,
  id: string,
  look: Channel | Refusal,
  scopes: readonly string[],
): Finding {
  if ('error' in look) return fix(check, `its channel ${id} cannot be checked (${look.error})`, INVITE)
  const name = look.name === '' ? id : `#${look.name} (${id})`
  if (look.isArchived) return fix(check, `its channel ${name} is archived`, 'Set another channel.')
  if (look.isShared)
    return fix(check, `${name} is shared with another organisation`, 'Choose an internal channel.')
  if (look.isMember) return ok(check, `may post to ${name}`)
  if (look.isPublic && scopes.includes('chat:write.public'))
    return note(check, `may post to ${name}, but is not in it and cannot look for a lost post there`, INVITE)
  return fix(check, `the bot is not in ${name}`, INVITE)
}
