/** The environment variables: what each may contain, and what to do if it does not. */
import { isIPv6 } from 'node:net'
import { z } from 'zod'
import type { LogLevel, StoreConfig } from './config.ts'

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

interface TokenKind {
  prefix: string
  is: string
  /** The variable that it belongs in; `null` if Scoreline uses no such token. */
  variable: string | null
}

const TOKEN_KINDS: readonly TokenKind[] = [
  { prefix: 'xoxb-', is: "Slack's bot token", variable: 'SLACK_BOT_TOKEN' },
  { prefix: 'xapp-', is: "Slack's app-level token", variable: 'SLACK_APP_TOKEN' },
  { prefix: 'xoxp-', is: "a Slack user's token", variable: null },
  { prefix: 'pat-', is: "HubSpot's access token", variable: 'HUBSPOT_ACCESS_TOKEN' },
]

/** A variable's text. Shells strip quotes, but `docker --env-file` and some hosting panels keep them. */
function variable(missing = 'is missing'): z.ZodString {
  return z.string({ error: missing }).refine((value) => !/^[\s'"`]|[\s'"`]$/.test(value), {
    error: 'has quotes or blanks around its value. Remove them.',
    abort: true,
  })
}

interface Secret {
  variable: string
  /** How it begins, where that is known. */
  prefix?: string
  missing: string
  wrong: string
}

/** A token or secret. Its value is never repeated in a complaint. */
export function secret({ variable: name, prefix = '', missing, wrong }: Secret): z.ZodType<string> {
  return variable(`is missing. ${missing}`).superRefine((value, context) => {
    const other = TOKEN_KINDS.find((kind) => kind.variable !== name && value.startsWith(kind.prefix))
    if (other) context.addIssue(`holds ${other.is}${belongs(other)}. ${wrong}`)
    else if (/[^\x21-\x7e]/.test(value))
      context.addIssue(`holds a blank or a character that cannot be part of a token. ${wrong}`)
    else if (!value.startsWith(prefix)) context.addIssue(`does not begin with ${prefix}. ${wrong}`)
    else if (value.length === prefix.length) context.addIssue(`ends after ${prefix}. ${wrong}`)
  })
}

function belongs({ variable: name }: TokenKind): string {
  return name ? `, which belongs in ${name}` : ', which Scoreline does not use'
}

/** An http or https address without trailing slashes. */
export function address(example: string): z.ZodType<string> {
  const advice = `Write an address such as ${example}, or leave it out to use that one.`
  return variable()
    .default(example)
    .refine(isHttpAddress, `is not an http or https address. ${advice}`)
    .transform((text) => text.replace(/\/+$/, ''))
}

function isHttpAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === ''
}

/** An address may hold a password: it is never repeated. */
export const proxyAddress = variable().refine(
  isProxyAddress,
  'is not the http or https address of a proxy; write one such as http://proxy.example.com:8080, or leave it out.',
)

/** The user and the password are percent-encoded. */
function isProxyAddress(text: string): boolean {
  return isHttpAddress(text) && !/%(?![0-9a-f]{2})/i.test(text)
}

export const databaseUrl: z.ZodType<StoreConfig> = variable()
  .default('sqlite:data/scoreline.db')
  .transform((text, context) => {
    const store = readDatabaseUrl(text)
    if (typeof store !== 'string') return store
    context.addIssue(store)
    return z.NEVER
  })

/** The store, or what is wrong. An address may hold a password: it is never repeated. */
function readDatabaseUrl(text: string): StoreConfig | string {
  if (/^postgres(ql)?:\/\//.test(text)) {
    return URL.canParse(text)
      ? { kind: 'postgres', url: text }
      : 'cannot be read as an address. Write postgres://user:password@host:5432/database, with the special characters of the password percent-encoded.'
  }
  if (!text.startsWith('sqlite:'))
    return 'is neither sqlite: nor postgres://. Write sqlite:data/scoreline.db or postgres://user:password@host:5432/database.'
  const path = text.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '')
  if (path === '') return 'names no file after sqlite:. Write sqlite:data/scoreline.db.'
  if (path.startsWith('//'))
    return 'has two slashes after sqlite:. Write sqlite:data/scoreline.db (from the working directory) or sqlite:/var/lib/scoreline.db.'
  return { kind: 'sqlite', path }
}

export const port = variable()
  .default('3000')
  .refine(
    (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
    'is not a port. Write a whole number from 0 to 65535 (0: a free one).',
  )
  .transform(Number)

export const host = variable()
  .default('127.0.0.1')
  .refine(
    (text) => isIPv6(text) || /^[a-z0-9._-]+$/i.test(text),
    'is not a host. Write only an address or a name, such as 127.0.0.1 or 0.0.0.0, without http:// and without a port.',
  )

export const logLevel: z.ZodType<LogLevel> = variable()
  .default('info')
  .transform((text) => text.toLowerCase())
  .pipe(z.enum(LOG_LEVELS, { error: `is not a log level. Write one of ${LOG_LEVELS.join(', ')}.` }))

export const admins: z.ZodType<string[]> = variable()
  .default('')
  .transform((text) => [...new Set(text.split(/[\s,]+/).filter((id) => id !== ''))])
  .superRefine((ids, context) => {
    for (const id of ids.filter((each) => !/^[UW][A-Z0-9]{2,}$/.test(each)))
      context.addIssue(
        `has '${id}', which is not a Slack user id. Write ids such as U012AB3CD, separated by commas; 'scoreline doctor --email' prints the id for an e-mail.`,
      )
  })
