/** HubSpot's owners as an admin looks for them: by name, with the ids that settings need. */
import { dayOf } from '../../domain/calendar/day.ts'
import type { Leave } from '../../domain/company/leave.ts'
import { nameOf, type Owner } from '../../domain/company/people.ts'
import type { CompanyContext } from '../../values/context.ts'
import { wrapped } from '../insights/lines.ts'
import { type QuotaRow, type QuotaWords, quotaRows, quotaText } from '../quotas/quota-rows.ts'

/**
 * How Slack users are found for an owner: `settings`, by a link with their ids; `email`, by the same e-mail in Slack;
 * `emailShared`, several owners have it; `none`, the owner has no e-mail and no link.
 */
export type SlackLink = { by: 'settings'; userIds: string[] } | { by: 'email' | 'emailShared' | 'none' }

export interface PersonRow {
  name: string
  email: string | null
  ownerId: string
  /** HubSpot's id of the person as a user; `null` for an owner without a seat. */
  userId: string | null
  /** The primary team first. */
  teams: string[]
  isRep: boolean
  isArchived: boolean
  slack: SlackLink
  /** Those in force today. */
  quotas: QuotaRow[]
  /** Of today and later, both days included. */
  leave: Leave[]
}

/** By name; owners whom HubSpot has archived come last. */
export function personRows(company: CompanyContext): PersonRow[] {
  const { directory, roster, now } = company
  const quotas = quotaRows(company).filter(({ state }) => state === 'inForce')
  const links = linksIn(company)
  return directory.owners
    .map((owner): PersonRow => {
      const rep = roster?.reps.find(({ id }) => id === owner.id)
      const today = dayOf(now, rep?.zone ?? roster?.zone ?? 'UTC')
      return {
        ...{ name: nameOf(owner), email: owner.email, ownerId: owner.id, userId: owner.userId },
        teams: teamsOf(owner),
        isRep: rep !== undefined,
        isArchived: owner.isArchived,
        slack: links(owner),
        quotas: quotas.filter(({ who }) => who === `rep:${owner.id}`),
        leave: (rep?.leave ?? []).filter(({ last }) => last >= today),
      }
    })
    .sort((a, b) => Number(a.isArchived) - Number(b.isArchived) || a.name.localeCompare(b.name))
}

function teamsOf({ teams }: Owner): string[] {
  return [...teams].sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary)).map(({ name }) => name)
}

/** The same order as when somebody asks: a link of the settings, else an e-mail that one active owner has. */
function linksIn({ directory: { owners }, settings }: CompanyContext): (owner: Owner) => SlackLink {
  const linked = Map.groupBy(Object.entries(settings.links), ([, ownerId]) => ownerId)
  const active = owners.filter(({ isArchived }) => !isArchived)
  const sharing = Map.groupBy(active, ({ email }) => email?.toLowerCase() ?? null)
  return ({ id, email, isArchived }) => {
    const users = linked.get(id)
    if (users) return { by: 'settings', userIds: users.map(([userId]) => userId) }
    if (isArchived || !email) return { by: 'none' }
    return { by: sharing.get(email.toLowerCase())?.length === 1 ? 'email' : 'emailShared' }
  }
}

export function personText(row: PersonRow, words: QuotaWords): string {
  const { name, email, ownerId, userId, teams, isRep, isArchived, slack, quotas, leave } = row
  const about = [isArchived ? 'archived' : isRep ? 'rep' : 'not a rep', ...teams]
  return [
    ...wrapped(`${name}: ${about.join(', ')}`, ''),
    ...wrapped(`${email ?? 'no e-mail'} · owner ${ownerId} · ${userId ? `user ${userId}` : 'no user'}`),
    ...(isArchived ? [] : wrapped(`Slack: ${slackText(slack)}`)),
    ...quotas.flatMap((quota) => wrapped(`Quota: ${quotaText({ ...quota, name }, words)}`)),
    ...leave.flatMap(({ first, last, source }) =>
      wrapped(`Leave: ${first} to ${last} (${source === 'hubspot' ? 'HubSpot' : 'settings'})`),
    ),
  ].join('\n')
}

function slackText(link: SlackLink): string {
  switch (link.by) {
    case 'settings':
      return `linked to ${link.userIds.join(', ')} by the settings`
    case 'email':
      return 'whoever has this e-mail there'
    case 'emailShared':
      return "nobody, since several owners have this e-mail: link them with the key 'links' of the settings"
    case 'none':
      return "nobody: there is no e-mail to find them by; link them with the key 'links' of the settings"
  }
}
