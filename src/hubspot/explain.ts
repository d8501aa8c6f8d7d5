/** Explains a fault: what it is, which call failed, and what to do. */
import { BadAnswer, SourceError } from './errors.ts'
import { knownType } from './known-types.ts'
import { lackingOAuthScopes, OAUTH_SCOPES } from './oauth-scopes.ts'
import type { Verdict } from './retry.ts'
import { nameIn } from './values.ts'

export interface FailedCall {
  what: string
  tries: number
  error: unknown
  /** When the daily limit is lifted (epoch ms). */
  dailyReset: number
  now: number
}

export function toSourceError(verdict: Exclude<Verdict, { kind: 'retry' }>, call: FailedCall): SourceError {
  const status = call.error instanceof BadAnswer ? call.error.status : null
  const details = { what: call.what, status, cause: call.error }
  switch (verdict.kind) {
    case 'unauthorized':
      return new SourceError('unauthorized', unauthorizedText(), details)
    case 'forbidden': {
      const scopes = lackingOAuthScopes(call.what, verdict.scopes)
      return new SourceError('forbidden', forbiddenText(typeName(call.what), scopes), { ...details, scopes })
    }
    case 'dailyLimit':
      return dailyLimitError(call.what, call.dailyReset)
    case 'refused':
      return new SourceError(
        'refused',
        refusedText(typeName(call.what), status, verdict.explanation),
        details,
      )
    case 'unreachable': {
      const until = verdict.retryAfterMs === null ? undefined : call.now + verdict.retryAfterMs
      return new SourceError('unreachable', unreachableText(call, until), { ...details, until })
    }
  }
}

/** Types are read by their ids; people know those that every account has by their names. */
export function typeName(what: string): string {
  return knownType(what)?.name ?? what
}

function unauthorizedText(): string {
  const scopes = listed(OAUTH_SCOPES.map(({ scope }) => scope))
  return `HUBSPOT_ACCESS_TOKEN was refused (401). Create a service key with ${scopes}, and set HUBSPOT_ACCESS_TOKEN to it.`
}

function forbiddenText(what: string, scopes: readonly string[]): string {
  const lacking =
    scopes.length === 0
      ? `the scope for ${what}`
      : `the scope${scopes.length === 1 ? '' : 's'} ${listed(scopes)}`
  return (
    `HubSpot does not let the token read ${what} (403). Give the service key ${lacking}; ` +
    "if it has that already, check whether the account's plan includes them."
  )
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names)
}

/** HubSpot refuses every call until the account's midnight. */
export function dailyLimitError(what: string, until: number): SourceError {
  const time = new Date(until).toISOString()
  const message =
    `The account's daily limit of HubSpot calls is used up (429), so ${what} cannot be read until ${time}, the account's ` +
    'midnight. Reading goes on by itself then; fewer programs on the account, or a limit increase, prevent it.'
  return new SourceError('dailyLimit', message, { what, status: 429, until })
}

function refusedText(what: string, status: number | null, explanation: string): string {
  const theirs = nameIn(explanation)?.replace(/\.$/, '') ?? 'no explanation'
  return `HubSpot refused to give ${what} (${status}): ${theirs}. Run scoreline doctor; it names what does not fit.`
}

function unreachableText({ what, tries, error }: FailedCall, until: number | undefined): string {
  const count = tries === 1 ? '1 try' : `${tries} tries`
  const when = until === undefined ? 'at the next pass' : `after ${new Date(until).toISOString()}`
  return (
    `HubSpot gave no usable answer for ${what} in ${count} (the last: ${nameOf(error)}). It is tried again ${when}; ` +
    'see https://status.hubspot.com and the network.'
  )
}

/** The status, the system's error code, or the message of our own errors. */
function nameOf(error: unknown): string {
  if (error instanceof BadAnswer) return `status ${error.status}`
  if (!(error instanceof Error)) return 'unknown'
  const code = codeOf(error) ?? codeOf(error.cause)
  return code ?? (error instanceof SyntaxError ? 'broken JSON' : error.message)
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
