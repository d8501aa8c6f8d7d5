import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import type { Refusal } from '../ports/installation.ts'
import type { PostOutcome } from '../ports/messenger.ts'

/** Slack's error codes for 'the message may or may not be there'. */
const UNCERTAIN = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])

/** Slack's error codes for 'not now', with how long to wait in milliseconds. */
const LATER: Record<string, number> = {
  ratelimited: 30_000,
  rate_limited: 30_000,
  message_limit_exceeded: 60_000,
  team_added_to_org: 60_000,
}

/** Slack's error codes for a final refusal, with what is wrong and what to do about it. */
const REMEDIES: Record<string, string> = {
  channel_not_found:
    'the channel does not exist, or it is private and the bot is not in it: type /invite there',
  not_in_channel: 'the bot is not in the channel: type /invite and its name there',
  is_archived: 'the channel is archived: choose another one for this digest',
  invalid_auth: 'the bot token was refused: set a valid SLACK_BOT_TOKEN',
  not_authed: 'there is no bot token: set SLACK_BOT_TOKEN',
  account_inactive: 'the app or its user was removed: install it again and set SLACK_BOT_TOKEN',
  token_revoked: 'the bot token was revoked: install the app again and set SLACK_BOT_TOKEN',
  token_expired: 'the bot token has expired: switch token rotation off and install the app again',
  missing_scope: 'the app lacks a permission: install it again from its manifest',
  restricted_action: 'a workspace setting does not let the bot post there: ask a workspace admin',
  restricted_action_read_only_channel: 'only certain people may post in that channel: ask a workspace admin',
  restricted_action_thread_only_channel: 'only threads are allowed in that channel: choose another one',
  ekm_access_denied: 'the workspace admins have suspended posting',
  msg_too_long: 'the message is longer than Slack allows',
  user_disabled: 'the person was deactivated in Slack',
  cannot_dm_bot: 'that is a bot, and bots cannot be sent messages',
  thread_not_found: 'the parent message of the thread was deleted',
  cannot_reply_to_message: 'the parent message of the thread does not take replies',
}

/** Only the blocks were refused: the same content may be sent as text. */
const BLOCKS_REFUSED = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'])

/** Nothing left this machine, so nothing can have arrived. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

const NEVER_SENT_RETRY_MS = 5_000

/** Slack's error code, if it answered with one. */
export function slackErrorCode(error: unknown): string | undefined {
  if (!(error instanceof WebAPIPlatformError)) return undefined
  const code = error.data.error
  return /^[a-z0-9_]+$/.test(code) ? code : undefined
}

/** What Slack refused, by its error code, or why it gave no answer. */
export function refusalOf(error: unknown): Refusal {
  const code = slackErrorCode(error)
  if (code !== undefined) return { error: code }
  return { error: describe(error, networkCode(error)), isUnreachable: true }
}

export function areBlocksRefused(error: unknown): boolean {
  const code = slackErrorCode(error)
  return code !== undefined && BLOCKS_REFUSED.has(code)
}

type NotSent = Exclude<PostOutcome, { kind: 'sent' }>

/** The outcome of a post that failed. Unless it is known that the post was not accepted, the outcome is uncertain. */
export function outcomeOfError(error: unknown): NotSent {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'retry', afterMs: error.retryAfter * 1000, error: 'Slack asked to wait' }
  }
  const code = slackErrorCode(error)
  if (code !== undefined) return outcomeOfCode(code)
  const cause = networkCode(error)
  if (cause !== undefined && NEVER_SENT.has(cause)) {
    return { kind: 'retry', afterMs: NEVER_SENT_RETRY_MS, error: `Slack could not be reached (${cause})` }
  }
  return { kind: 'uncertain', error: describe(error, cause) }
}

function outcomeOfCode(code: string): NotSent {
  if (UNCERTAIN.has(code)) return { kind: 'uncertain', error: code }
  const afterMs = LATER[code]
  if (afterMs !== undefined) return { kind: 'retry', afterMs, error: code }
  const explanation = explanationOf(code)
  return {
    kind: 'failed',
    error: explanation ? `${code}: ${explanation}` : `${code}: Slack refused the message`,
  }
}

/** What an error code that means a final refusal says, and what to do about it. */
export function explanationOf(code: string): string | undefined {
  return REMEDIES[code]
}

/** The system's error code behind a failed request: ECONNRESET, ECONNREFUSED and so on. */
function networkCode(error: unknown): string | undefined {
  let cause: unknown = error instanceof WebAPIRequestError ? error.original : error
  for (let depth = 0; depth < 5 && cause instanceof Error; depth++) {
    if ('code' in cause && typeof cause.code === 'string' && !cause.code.startsWith('slack_'))
      return cause.code
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause
  }
  return undefined
}

function describe(error: unknown, cause: string | undefined): string {
  if (error instanceof WebAPIHTTPError) return `Slack answered with HTTP ${error.statusCode}`
  if (cause !== undefined) return `the connection to Slack failed (${cause})`
  return error instanceof WebAPIRequestError ? error.original.message : 'Slack answered in an unknown way'
}
