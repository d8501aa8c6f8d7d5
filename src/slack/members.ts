import type { UsersInfoResponse } from '@slack/web-api'
import type { Clock } from '../ports/clock.ts'
import type { Member } from '../ports/installation.ts'
import type { Clients } from './clients.ts'
import type { Identities } from './identity.ts'
import type { Limiter } from './limiter.ts'
import { createLookupCache } from './lookup-cache.ts'
import { slackErrorCode } from './post-outcome.ts'

export interface Members {
  /** Waits for Slack for at most 25 minutes. Rejects with Slack's error. */
  get(userId: string): Promise<Member>
  /** Forgets a person whose details have changed. */
  forget(userId: string): void
  forgetAll(): void
}

export type SlackUser = NonNullable<UsersInfoResponse['user']>

/**
 * Whether the person is a member of other workspaces only. On Enterprise Grid `team_id` may be left out or be another
 * workspace of the organisation, while the list of the person's workspaces includes ours.
 */
export function isOfAnother({ is_stranger, team_id, enterprise_user }: SlackUser, teamId: string): boolean {
  if (is_stranger) return true
  return team_id !== teamId && !enterprise_user?.teams?.includes(teamId)
}

/** `user` is `undefined` for somebody whom the bot cannot see. */
export function memberFrom(userId: string, user: SlackUser | undefined, teamId: string): Member {
  const isStranger = user === undefined || isOfAnother(user, teamId)
  const isOutside = isStranger || user?.is_restricted || user?.is_ultra_restricted
  const isFullMember = user !== undefined && !isOutside && !user.is_bot && !user.deleted
  return {
    asker: { userId, email: user?.profile?.email ?? null, isFullMember },
    isStranger,
    locale: user?.locale ?? 'en',
  }
}

/** An answer can be sent for 30 minutes after the question. */
const PATIENCE_MS = 25 * 60_000
/** Slack's error codes for someone the bot cannot see: a person in another organisation. */
const NOT_VISIBLE = new Set(['user_not_found', 'user_not_visible'])

export interface MemberPorts {
  clients: Pick<Clients, 'interactive'>
  identities: Identities
  clock: Clock
  limiter: Limiter
  ttlMs: () => number
}

export function createMembers(ports: MemberPorts): Members {
  const { clients, identities, clock, limiter, ttlMs } = ports

  async function userOf(userId: string): Promise<SlackUser | undefined> {
    const ask = () => clients.interactive.users.info({ user: userId, include_locale: true })
    try {
      return (await limiter.run(ask, PATIENCE_MS)).user
    } catch (error) {
      if (NOT_VISIBLE.has(slackErrorCode(error) ?? '')) return undefined
      throw error
    }
  }

  async function look(userId: string): Promise<Member> {
    const [user, identity] = await Promise.all([userOf(userId), identities.get()])
    return memberFrom(userId, user, identity.teamId)
  }

  return createLookupCache({ look, clock, ttlMs })
}
