/** Reads the owners, active and archived, and the teams. */
import { z } from 'zod'
import type { Owner, Team, TeamMembership } from '../domain/company/people.ts'
import type { Source } from '../ports/source.ts'
import type { HubSpotClient } from './client.ts'
import { SourceError } from './errors.ts'
import { pageIn, readAll, toRawPage } from './raw-page.ts'
import type { Transport } from './transport.ts'
import { isId, textIn } from './values.ts'

const PAGE_LIMIT = 100

const text = z.string().nullish()

const HubSpotTeam = z.object({ id: z.string(), name: text, primary: z.boolean().catch(false) })

const HubSpotOwner = z.object({
  id: z.string().refine(isId),
  type: z.string().nullish(),
  email: text,
  firstName: text,
  lastName: text,
  userId: z.number().nullish(),
  userIdIncludingInactive: z.number().nullish(),
  updatedAt: z.date(),
  teams: z.array(HubSpotTeam).nullish(),
})
type HubSpotOwner = z.infer<typeof HubSpotOwner>

export function createOwnerReader(client: HubSpotClient, transport: Transport): Source['owners'] {
  const { ownersApi } = client.crm.owners
  const readList = (isArchived: boolean) =>
    readAll((after) =>
      transport.call(
        { kind: 'general', what: 'owners' },
        () => ownersApi.getPageWithHttpInfo(undefined, after, PAGE_LIMIT, isArchived),
        toRawPage,
      ),
    )
  return async () => {
    const active = toOwners(await readList(false), false)
    const archived = toOwners(await readList(true), true)
    const owners = new Map([...archived, ...active].map((owner) => [owner.id, owner]))
    const teams = new Map(
      [...(await readTeams()), ...teamsOf([...owners.values()])].map((team) => [team.id, team]),
    )
    return { owners: [...owners.values()], teams: [...teams.values()] }
  }

  /** All teams, even those without members. This takes a scope of its own; without it only owners' teams are known. */
  async function readTeams(): Promise<Team[]> {
    try {
      const { records } = await transport.call(
        { kind: 'general', what: 'teams' },
        () => client.settings.users.teamsApi.getAllWithHttpInfo(),
        ({ data }) => pageIn(data),
      )
      return records.flatMap(toTeam)
    } catch (error) {
      if (error instanceof SourceError && (error.fault === 'forbidden' || error.fault === 'refused'))
        return []
      throw error
    }
  }
}

/** Only people: a queue sells nothing. Owners that cannot be read are left out. */
function toOwners(records: readonly unknown[], isArchived: boolean): Owner[] {
  return records.flatMap((record) => {
    const read = HubSpotOwner.safeParse(record)
    return read.success && read.data.type !== 'QUEUE' ? [toOwner(read.data, isArchived)] : []
  })
}

function toOwner(owner: HubSpotOwner, isArchived: boolean): Owner {
  const updatedAt = owner.updatedAt.getTime()
  const userId = owner.userId ?? owner.userIdIncludingInactive
  return {
    id: owner.id,
    userId: userId == null ? null : String(userId),
    email: textIn(owner.email),
    firstName: textIn(owner.firstName) ?? '',
    lastName: textIn(owner.lastName) ?? '',
    isArchived,
    archivedAt: isArchived ? updatedAt : null,
    updatedAt,
    teams: toMemberships(owner.teams ?? []),
  }
}

/** HubSpot may list a team twice, once as primary and once not. */
function toMemberships(teams: NonNullable<HubSpotOwner['teams']>): TeamMembership[] {
  const memberships = new Map<string, TeamMembership>()
  for (const { id, name, primary } of teams) {
    const isPrimary = primary || (memberships.get(id)?.isPrimary ?? false)
    memberships.set(id, { teamId: id, name: textIn(name) ?? id, isPrimary })
  }
  return [...memberships.values()]
}

function toTeam(record: unknown): Team[] {
  const read = HubSpotTeam.safeParse(record)
  return read.success ? [{ id: read.data.id, name: textIn(read.data.name) ?? read.data.id }] : []
}

function teamsOf(owners: readonly Owner[]): Team[] {
  const teams = new Map<string, Team>()
  for (const { teamId, name } of owners.flatMap((owner) => owner.teams)) {
    teams.set(teamId, { id: teamId, name })
  }
  return [...teams.values()]
}
