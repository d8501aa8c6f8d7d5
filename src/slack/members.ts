import type { UsersInfoResponse } from '@slack/web-api'
import type { Asker } from '../domain/access/asker.ts'
import type { Clock } from '../ports/clock.ts'
import type { Clients } from './clients.ts'
import type { Identities } from './identity.ts'

/** A Slack user as Slack describes them now. */
export interface Member {
  asker: Asker
  /** Of another organisation. */
  isStranger: boolean
  /** Slack's locale, such as `da-DK`. */
  locale: string
}

export interface Members {
  /** Kept for 5 minutes. Rejects with Slack's error. */
  get(userId: string): Promise<Member>
}

export type SlackUser = NonNullable<UsersInfoResponse['user']>

/**
 * Whether the person is a member of other workspaces only. On Enterprise Grid `team_id` may be left out or be another
 * workspace of the organisation, while the list of the person's workspaces has ours.
 */
export function isOfAnother({ is_stranger, team_id, enterprise_user }: SlackUser, teamId: string): boolean {
  if (is_stranger) return true
  return team_id !== teamId && !enterprise_user?.teams?.includes(teamId)
}

const KEPT_MS = 5 * 60_000
const KEPT_MAX = 10_000

export interface MemberPorts {
  clients: Pick<Clients, 'interactive'>
  identities: Identities
  clock: Clock
}

export function createMembers({ clients, identities, clock }: MemberPorts): Members {
  const kept = new Map<string, { at: number; member: Member }>()

  async function ask(userId: string): Promise<Member> {
    const [{ user }, identity] = await Promise.all([
      clients.interactive.users.info({ user: userId, include_locale: true }),
      identities.get(),
    ])
    const isStranger = user === undefined || isOfAnother(user, identity.teamId)
    const isOutside = isStranger || user?.is_restricted || user?.is_ultra_restricted
    const isFullMember = user !== undefined && !isOutside && !user.is_bot && !user.deleted
    return {
      asker: { userId, email: user?.profile?.email ?? null, isFullMember },
      isStranger,
      locale: user?.locale ?? 'en',
    }
  }

  return {
    async get(userId) {
      const now = clock.now()
      const found = kept.get(userId)
      if (found && now - found.at < KEPT_MS) return found.member
      const member = await ask(userId)
      if (kept.size >= KEPT_MAX) kept.clear()
      kept.set(userId, { at: now, member })
      return member
    },
  }
}
