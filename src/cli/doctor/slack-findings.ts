import type { Parts } from '../../wiring.ts'
import { configFor } from '../run.ts'
import { complaints, type Finding } from './finding.ts'

/** Whether the bot may do in Slack what it has to. */
export async function slackFindings(parts: Parts): Promise<Finding[]> {
  const wrong = complaints('slack')
  if (wrong.length > 0) return wrong
  const slack = await parts.createSlackInstallation(configFor('slack'), parts.createLog('silent'))
  const check = await slack.check()
  if (!check.ok)
    return [
      { about: 'Slack token', ok: false, text: `${check.error}. Reinstall the app and set SLACK_BOT_TOKEN.` },
    ]
  const { scopesMissing } = check
  return [
    { about: 'Slack token', ok: true, text: `accepted; workspace ${check.team} (${check.teamId})` },
    ...(scopesMissing.length > 0
      ? [
          {
            about: 'Slack scopes',
            ok: false,
            text: `missing ${scopesMissing.join(', ')}. Update the app from the manifest and reinstall it.`,
          },
        ]
      : []),
  ]
}
