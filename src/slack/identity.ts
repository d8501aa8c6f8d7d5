import type { TokenCheck } from '../ports/installation.ts'
import type { Clients } from './clients.ts'
import { refusalOf } from './post-outcome.ts'
import { BOT_SCOPES } from './scopes.ts'

/** Who the bot is in its workspace. */
export interface Identity {
  teamId: string
  team: string
  botUserId: string
  botId: string
  scopes: string[]
}

export interface Identities {
  /** Asks Slack once, and again after a failure. Rejects with Slack's error. */
  get(): Promise<Identity>
  check(): Promise<TokenCheck>
  readonly isKnown: boolean
}

export function createIdentities({ lookups }: Pick<Clients, 'lookups'>): Identities {
  let known: Promise<Identity> | null = null
  let isKnown = false

  async function ask(): Promise<Identity> {
    const answer = await lookups.auth.test()
    isKnown = true
    return {
      teamId: answer.team_id ?? '',
      team: answer.team ?? '',
      botUserId: answer.user_id ?? '',
      botId: answer.bot_id ?? '',
      scopes: answer.response_metadata?.scopes ?? [],
    }
  }

  function get(): Promise<Identity> {
    known ??= ask().catch((error: unknown) => {
      known = null
      throw error
    })
    return known
  }

  async function check(): Promise<TokenCheck> {
    known = null
    try {
      const { team, teamId, botUserId, scopes } = await get()
      const scopesMissing = BOT_SCOPES.filter((scope) => !scopes.includes(scope))
      return { ok: true, team, teamId, botUserId, scopes, scopesMissing }
    } catch (error) {
      return { ok: false, ...refusalOf(error) }
    }
  }

  return {
    get,
    check,
    get isKnown() {
      return isKnown
    },
  }
}
