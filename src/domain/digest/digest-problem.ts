/** The notice that a digest did not go out: who is told, and what. */
import type { Day } from '../calendar/day.ts'
import type { Settings } from '../company/settings.ts'
import type { Message } from './message.ts'

export interface DigestProblem {
  digestName: string
  localDate: Day
  /** The channel that the digest is for. */
  channel: string
  problem: 'skipped' | 'failed' | 'stale'
  /** Why, in a sentence for the digest's owner. */
  detail: string
}

/**
 * The message for the digest's owner, else for the first admin, in person; `null` where nobody is known. `admins` are
 * Slack user ids that stand behind those of the settings. One per digest, day and kind of problem.
 */
export function digestProblemNotice(
  { digestName, localDate, channel, problem, detail }: DigestProblem,
  settings: Settings,
  admins: readonly string[],
): { key: string; channel: string; message: Message } | null {
  const owner = ownerOf(digestName, settings, admins)
  if (owner === undefined) return null
  return {
    key: `notice|${problem}|${digestName}|${localDate}|${channel}|${owner}`,
    channel: owner,
    message: { kind: 'digestProblem', digestName, channel, problem, detail },
  }
}

/** Roles may still name a person by e-mail address; a message needs an id. */
function ownerOf(digestName: string, settings: Settings, admins: readonly string[]): string | undefined {
  const setting = settings.digests.find((digest) => digest.name === digestName)
  if (setting?.owner !== undefined) return setting.owner
  const appointed = settings.roles.find((role) => role.role === 'admin' && !role.user.includes('@'))
  return appointed?.user ?? admins[0]
}
