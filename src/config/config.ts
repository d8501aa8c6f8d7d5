/** Config: the environment and the settings document. Each is checked as a whole before anything is taken from it. */
import type { WebProxy } from '../ports/web-proxy.ts'

export interface HubSpotConfig {
  token: string
  /** Without a trailing slash. */
  apiUrl: string
}

export interface SlackConfig {
  botToken: string
  mode: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string }
  /** With a trailing slash. */
  apiUrl: string
}

export type StoreConfig = { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string }

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'

/** Everything that the environment configures. `admins` are Slack user ids. */
export interface Config {
  hubspot: HubSpotConfig
  slack: SlackConfig
  /** `null`: everything is reached directly. */
  proxy: WebProxy | null
  store: StoreConfig
  port: number
  host: string
  logLevel: LogLevel
  admins: string[]
}

/** What a command uses. Only the variables for it are required and checked. */
export type Need = 'hubspot' | 'slack' | 'proxy' | 'store'

interface KeysOfNeeds {
  hubspot: 'hubspot' | 'proxy'
  slack: 'slack' | 'proxy' | 'port' | 'host' | 'admins'
  proxy: 'proxy'
  store: 'store'
}

/** The part of the config that the given needs cover, plus the log level, which every command has. */
export type ConfigFor<N extends Need> = Pick<Config, KeysOfNeeds[N] | 'logLevel'>
