/** The environment: `process.env` and the working directory's `.env`, as config or as all complaints at once. */
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import type { Config, ConfigFor, Need } from './config.ts'
import { readEnvironmentFile } from './environment-file.ts'
import { address, admins, databaseUrl, host, logLevel, port, proxyAddress, secret } from './variables.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export type ConfigReading<C> = { config: C } | { complaints: string[] }

/** The folder's `.env`, overridden by the process's variables. Throws `EnvironmentFileError` if it cannot be read. */
export function environment(folder: string = process.cwd()): Environment {
  const text = readEnvironmentFile(join(folder, '.env'))
  return { ...(text !== null && parseEnv(text)), ...process.env }
}

const HUBSPOT = z
  .object({
    HUBSPOT_ACCESS_TOKEN: secret({
      variable: 'HUBSPOT_ACCESS_TOKEN',
      missing:
        'Create a service key in HubSpot (Development, Keys, Service keys) with the scopes of ' +
        'manifests/hubspot-scopes.json and copy it.',
      wrong: 'Copy the service key from HubSpot.',
    }),
    HUBSPOT_API_URL: address('https://api.hubapi.com'),
  })
  .transform((read) => ({ token: read.HUBSPOT_ACCESS_TOKEN, apiUrl: read.HUBSPOT_API_URL }))

const SLACK_PARTS = {
  SLACK_BOT_TOKEN: secret({
    variable: 'SLACK_BOT_TOKEN',
    prefix: 'xoxb-',
    missing: 'Copy the bot user token (xoxb-…) from OAuth & Permissions of the Slack app.',
    wrong: 'Copy the bot user token (xoxb-…) from OAuth & Permissions of the Slack app.',
  }),
  SLACK_API_URL: address('https://slack.com/api/').transform((url) => `${url}/`),
  PORT: port,
  HOST: host,
  SCORELINE_ADMINS: admins,
}

const SLACK_SOCKET = z.object({
  ...SLACK_PARTS,
  SLACK_APP_TOKEN: secret({
    variable: 'SLACK_APP_TOKEN',
    prefix: 'xapp-',
    missing:
      'Write an app-level token (xapp-…, scope connections:write) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
    wrong: 'Copy the app-level token (xapp-…) from Basic Information of the Slack app.',
  }),
})

const SLACK_HTTP = z.object({
  ...SLACK_PARTS,
  SLACK_SIGNING_SECRET: secret({
    variable: 'SLACK_SIGNING_SECRET',
    missing: 'Copy the signing secret from Basic Information of the Slack app.',
    wrong: 'Copy the signing secret from Basic Information of the Slack app.',
  }),
})

type SlackPart = Pick<Config, 'slack' | 'port' | 'host' | 'admins'>

const SOCKET = SLACK_SOCKET.transform((read) =>
  slackPart(read, { kind: 'socket', appToken: read.SLACK_APP_TOKEN }),
)
const HTTP = SLACK_HTTP.transform((read) =>
  slackPart(read, { kind: 'http', signingSecret: read.SLACK_SIGNING_SECRET }),
)

function slackPart(read: z.infer<z.ZodObject<typeof SLACK_PARTS>>, mode: Config['slack']['mode']): SlackPart {
  const slack = { botToken: read.SLACK_BOT_TOKEN, mode, apiUrl: read.SLACK_API_URL }
  return { slack, port: read.PORT, host: read.HOST, admins: read.SCORELINE_ADMINS }
}

const PROXY_ADDRESS = proxyAddress.optional()
const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'] as const
const PROXY_EXCEPTIONS = z.string().optional()

/** Lower case wins, as in other programs. Without a proxy for https, the one for http serves both. */
const PROXY = z
  .object({
    ...{ https_proxy: PROXY_ADDRESS, HTTPS_PROXY: PROXY_ADDRESS },
    ...{ http_proxy: PROXY_ADDRESS, HTTP_PROXY: PROXY_ADDRESS },
    ...{ no_proxy: PROXY_EXCEPTIONS, NO_PROXY: PROXY_EXCEPTIONS },
  })
  .transform((read): Config['proxy'] => {
    const http = read.http_proxy ?? read.HTTP_PROXY ?? null
    const variable = PROXY_VARIABLES.find((name) => read[name] !== undefined)
    const https = variable && read[variable]
    return https ? { http, https, variable, except: read.no_proxy ?? read.NO_PROXY ?? '' } : null
  })

const STORE = z.object({ DATABASE_URL: databaseUrl })
const LOG = z.object({ LOG_LEVEL: logLevel })

/** The config for the given needs, or everything that is wrong with it. Each complaint says what to do. */
export function readConfig<N extends Need>(needs: readonly N[], env: Environment): ConfigReading<ConfigFor<N>>
export function readConfig(needs: readonly Need[], env: Environment): ConfigReading<Partial<Config>> {
  const present = presentVariables(env)
  const parts = {
    log: LOG.safeParse(present),
    hubspot: needs.includes('hubspot') ? HUBSPOT.safeParse(present) : null,
    slack: needs.includes('slack') ? slackSchema(present).safeParse(present) : null,
    proxy: needs.some((need) => need !== 'store') ? PROXY.safeParse(present) : null,
    store: needs.includes('store') ? STORE.safeParse(present) : null,
  }
  const complaints = Object.values(parts).flatMap((part) => complaintsOf(part?.error))
  if (complaints.length > 0) return { complaints }
  return {
    config: {
      ...(parts.log.data && { logLevel: parts.log.data.LOG_LEVEL }),
      ...(parts.hubspot?.data && { hubspot: parts.hubspot.data }),
      ...parts.slack?.data,
      ...(parts.proxy && { proxy: parts.proxy.data ?? null }),
      ...(parts.store?.data && { store: parts.store.data.DATABASE_URL }),
    },
  }
}

/** Socket Mode wins if both are set. If neither is, its complaint names both options. */
function slackSchema(env: Environment): z.ZodType<SlackPart> {
  return env['SLACK_APP_TOKEN'] === undefined && env['SLACK_SIGNING_SECRET'] !== undefined ? HTTP : SOCKET
}

/** A blank variable counts as missing. */
function presentVariables(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value && value.trim() !== ''))
}

function complaintsOf(error: z.ZodError | undefined): string[] {
  return (error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`)
}
