/** Config: the environment and the settings document, each checked whole before anything is taken from it. */

export interface HubSpotConfig {
  token: string
  /** Without a slash at its end. */
  apiUrl: string
}

export interface SlackConfig {
  botToken: string
  mode: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string }
  /** With a slash at its end. */
  apiUrl: string
}

export type StoreConfig = { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string }

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'

/** All that the environment says. `admins` are Slack user ids. */
export interface Config {
  hubspot: HubSpotConfig
  slack: SlackConfig
  store: StoreConfig
  port: number
  host: string
  logLevel: LogLevel
  admins: string[]
}

/** What a command uses; it is asked for nothing else. */
export type Need = 'hubspot' | 'slack' | 'store'

interface KeysOfNeeds {
  hubspot: 'hubspot'
  slack: 'slack' | 'port' | 'host' | 'admins'
  store: 'store'
}

/** The part of the config that belongs to some needs, and the log level, which every command has. */
export type ConfigFor<N extends Need> = Pick<Config, KeysOfNeeds[N] | 'logLevel'>
