/** Who a line of a quota file is about: e-mails, ids and team names become holders of quotas. */
import { type Directory, nameOf } from '../domain/company/people.ts'
import { isPerson } from '../domain/company/persons.ts'
import type { Reading } from './reading.ts'

export type People = Pick<Directory, 'owners' | 'teams'>

/** Turns an e-mail, an owner id, `team:NAME` or `team:<team id>` into `rep:<owner id>` or `team:<team id>`. */
export function readHolder(who: string, people: People): Reading<string> {
  const team = /^team:(.*)$/is.exec(who)?.[1]?.trim()
  if (team !== undefined) return readTeam(team, people)
  if (/^\d+$/.test(who)) {
    const found = people.owners.find((owner) => isPerson(owner, ({ id }) => id === who))
    return found ? { value: `rep:${found.id}` } : { reason: `there is no HubSpot owner with the id ${who}` }
  }
  if (/^[^\s@]+@[^\s@]+$/.test(who)) return readEmail(who, people)
  return { reason: `who "${who}" is not an e-mail, owner id or team:NAME` }
}

/** An active owner wins over archived ones with the same e-mail. */
function readEmail(email: string, { owners }: People): Reading<string> {
  const named = owners.filter((owner) =>
    isPerson(owner, (one) => one.email !== null && isSameText(one.email, email)),
  )
  const active = named.filter((owner) => !owner.isArchived)
  const [found, ...others] = active.length > 0 ? active : named
  if (!found) return { reason: `there is no HubSpot owner with the e-mail ${email}` }
  if (others.length === 0) return { value: `rep:${found.id}` }
  const all = [found, ...others].map((owner) => `${owner.id} ${nameOf(owner)}`)
  return { reason: `several owners have the e-mail ${email}: write an owner id (${all.join(', ')})` }
}

function readTeam(text: string, { teams }: People): Reading<string> {
  const [found, ...others] = teams.filter((team) => team.id === text || isSameText(team.name, text))
  if (!found) return { reason: `there is no HubSpot team "${text}"` }
  if (others.length === 0) return { value: `team:${found.id}` }
  const all = [found, ...others].map((team) => `team:${team.id}`)
  return { reason: `several teams are called "${text}": write one of ${all.join(', ')}` }
}

function isSameText(a: string, b: string): boolean {
  return plainText(a) === plainText(b)
}

function plainText(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}
