/** The notice that a digest did not go out: who is notified, and of what. */
import type { Day } from '../calendar/day.ts'
import type { Settings } from '../company/settings.ts'
import type { Message, Problem } from './message.ts'

export interface DigestProblem {
  digestName: string
  localDate: Day
  /** The channel the digest is for. */
  channel: string
  problem: Problem
  /** Why, in a sentence for the digest's owner. */
  detail: string
}

/** A message to one person. The key ends with that person's id. */
export interface Notice {
  key: string
  channel: string
  message: Extract<Message, { kind: 'digestProblem' }>
}

/**
 * The direct message to the digest's owner, otherwise to the first admin; `null` if neither is known. `admins` are
 * Slack user ids, used after the admins in the settings. One notice per digest, day and kind of problem.
 */
export function digestProblemNotice(
  { digestName, localDate, channel, problem, detail }: DigestProblem,
  settings: Settings,
  admins: readonly string[],
): Notice | null {
  const [person] = responsible(digestName, settings, admins)
  if (person === undefined) return null
  return {
    key: `notice|${problem}|${digestName}|${localDate}|${channel}|${person}`,
    channel: person,
    message: { kind: 'digestProblem', digestName, channel, problem, detail },
  }
}

/** A notice that did not reach its recipient, for everybody else who is responsible. */
export function passOn(
  { key, channel, message }: Notice,
  settings: Settings,
  admins: readonly string[],
): Notice[] {
  const about = key.slice(0, -channel.length)
  const others = responsible(message.digestName, settings, admins).filter((person) => person !== channel)
  return others.map((person) => ({ key: `${about}${person}`, channel: person, message }))
}

/** The digest's owner, then the admins. Roles can name a person by e-mail address, but a message needs an id. */
function responsible(digestName: string, settings: Settings, admins: readonly string[]): string[] {
  const owner = settings.digests.find((digest) => digest.name === digestName)?.owner
  const appointed = settings.roles.flatMap(({ role, user }) =>
    role === 'admin' && !user.includes('@') ? [user] : [],
  )
  return [...new Set([...(owner === undefined ? [] : [owner]), ...appointed, ...admins])]
}
