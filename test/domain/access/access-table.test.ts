/** Who may see whom: the decision for every role × subject × surface × visibility. */
import { describe, expect, it } from 'vitest'
import { maySeeMetric, refusalFor } from '../../../src/domain/access/access.ts'
import { linkedOwner } from '../../../src/domain/access/asker.ts'
import {
  aroundOwn,
  isPraised,
  isTablePosted,
  listedReps,
  ownPlace,
  placesShown,
  publicBoard,
  topOf,
} from '../../../src/domain/access/boards.ts'
import type { Subject } from '../../../src/domain/access/subject.ts'
import type { RoleSetting, Visibility } from '../../../src/domain/company/settings.ts'
import { anOwner, aRoster } from '../../builders.ts'
import { anOwnMetric, catalogueWith } from '../../own-metrics.ts'

/** Demos are an own metric with `private`. */
const catalogue = catalogueWith([anOwnMetric({ private: true })])

/*
 * Ana asks, in each role. She is in North with Bo, and as a manager has North, as a coach Cy of South. As a manager an
 * admin has named her for private numbers, as a lead not; as named she is a rep otherwise. Ranked by calls:
 *   1 Bo  2 Ana  3 Cy  4 Gro  5 Hal  6 Ida  7 Di  8 Ed (the last)
 * Fay has more calls than all of them but has opted out. Gus has just as many but is archived.
 *
 * Cells: + shown or named, - not. `any` means each of its kind. Surfaces:
 *   calls, commission, demos, margin: a number in a private answer    rank: the place on their own card
 *   top 2, top 25: a board on request    post: the board of a digest, top 5
 *   table: the digest's thread           praise: 'most improved'
 */
const TABLE = `
surface     role      visibility | Ana  Bo   Cy   Di   Ed   Fay  Gus  North South everyone
calls       guest     any        | -    -    -    -    -    -    -    -     -     -
calls       unlinked  any        | -    -    -    -    -    -    -    -     -     -
calls       rep       any        | +    -    -    -    -    -    -    +     -     +
calls       manager   any        | +    +    -    -    -    -    -    +     +     +
calls       coach     any        | +    -    +    -    -    -    -    +     -     +
calls       admin     any        | +    -    -    -    -    -    -    +     -     +
calls       lead      any        | +    +    -    -    -    -    -    +     +     +
calls       named     any        | +    -    -    -    -    -    -    +     -     +
commission  guest     any        | -    -    -    -    -    -    -    -     -     -
commission  unlinked  any        | -    -    -    -    -    -    -    -     -     -
commission  rep       any        | +    -    -    -    -    -    -    -     -     -
commission  manager   any        | +    +    -    -    -    -    -    -     -     -
commission  coach     any        | +    -    -    -    -    -    -    -     -     -
commission  admin     any        | +    -    -    -    -    -    -    -     -     -
commission  lead      any        | +    +    -    -    -    -    -    -     -     -
commission  named     any        | +    -    -    -    -    -    -    -     -     -
demos       guest     any        | -    -    -    -    -    -    -    -     -     -
demos       unlinked  any        | -    -    -    -    -    -    -    -     -     -
demos       rep       any        | +    -    -    -    -    -    -    -     -     -
demos       manager   any        | +    +    -    -    -    -    -    +     +     +
demos       coach     any        | +    -    -    -    -    -    -    -     -     -
demos       admin     any        | +    -    -    -    -    -    -    -     -     -
demos       lead      any        | +    +    -    -    -    -    -    -     -     -
demos       named     any        | +    -    -    -    -    -    -    +     -     +
margin      guest     any        | -    -    -    -    -    -    -    -     -     -
margin      unlinked  any        | -    -    -    -    -    -    -    -     -     -
margin      rep       any        | -    -    -    -    -    -    -    -     -     -
margin      manager   any        | +    +    -    -    -    -    -    +     +     +
margin      coach     any        | -    -    -    -    -    -    -    -     -     -
margin      admin     any        | -    -    -    -    -    -    -    -     -     -
margin      lead      any        | -    -    -    -    -    -    -    -     -     -
margin      named     any        | +    -    -    -    -    -    -    +     -     +
rank        any       null       | -    -    -    -    -    -    -    -     -     -
rank        any       named      | +    +    +    +    -    -    -    -     -     -
rank        any       top        | +    +    +    +    -    -    -    -     -     -
rank        any       team       | -    -    -    -    -    -    -    -     -     -
top 2       any       null       | -    -    -    -    -    -    -    -     -     -
top 2       any       named      | +    +    -    -    -    -    -    -     -     -
top 2       any       top        | +    +    -    -    -    -    -    -     -     -
top 2       any       team       | -    -    -    -    -    -    -    -     -     -
top 25      any       null       | -    -    -    -    -    -    -    -     -     -
top 25      any       named      | +    +    +    +    -    -    -    -     -     -
top 25      any       top        | +    +    +    -    -    -    -    -     -     -
top 25      any       team       | -    -    -    -    -    -    -    -     -     -
around Di   any       null       | -    -    -    -    -    -    -    -     -     -
around Di   any       named      | -    -    -    +    -    -    -    -     -     -
around Di   any       top        | -    -    -    +    -    -    -    -     -     -
around Di   any       team       | -    -    -    -    -    -    -    -     -     -
around Ed   any       named      | -    -    -    +    +    -    -    -     -     -
around Ed   any       top        | -    -    -    -    +    -    -    -     -     -
around Ed   any       null       | -    -    -    -    -    -    -    -     -     -
around Ed   any       team       | -    -    -    -    -    -    -    -     -     -
post        any       null       | -    -    -    -    -    -    -    -     -     -
post        any       named      | +    +    +    -    -    -    -    -     -     -
post        any       top        | +    +    +    -    -    -    -    -     -     -
post        any       team       | -    -    -    -    -    -    -    -     -     -
table       any       null       | -    -    -    -    -    -    -    -     -     -
table       any       named      | +    +    +    +    +    -    -    -     -     -
table       any       top        | -    -    -    -    -    -    -    -     -     -
table       any       team       | -    -    -    -    -    -    -    -     -     -
praise      any       null       | -    -    -    -    -    -    -    -     -     -
praise      any       named      | +    +    +    +    +    -    -    -     -     -
praise      any       top        | +    +    +    -    -    -    -    -     -     -
praise      any       team       | -    -    -    -    -    -    -    -     -     -
`

const ROLES = ['guest', 'unlinked', 'rep', 'manager', 'coach', 'admin', 'lead', 'named'] as const
const VISIBILITIES = [null, 'named', 'top', 'team'] as const
const SURFACES = [
  ...['calls', 'commission', 'demos', 'margin', 'rank', 'top 2', 'top 25'],
  ...['around Di', 'around Ed', 'post', 'table', 'praise'],
]
const SUBJECTS = ['Ana', 'Bo', 'Cy', 'Di', 'Ed', 'Fay', 'Gus', 'North', 'South', 'everyone']

const TEAMS = [
  { id: '11', name: 'North' },
  { id: '12', name: 'South' },
]
const CALLS: Readonly<Record<string, number>> = {
  ...{ Ana: 8, Bo: 9, Cy: 7, Gro: 6, Hal: 5, Ida: 4, Di: 3, Ed: 2, Fay: 10, Gus: 10 },
}
const IDS = Object.keys(CALLS)

const aRole = (role: RoleSetting['role'], changes: Partial<RoleSetting> = {}): RoleSetting => ({
  ...{ user: 'U-ana', role, teams: [], groups: [], reps: [] },
  ...changes,
})
const ROLE_SETTINGS: Readonly<Record<string, RoleSetting[]>> = {
  manager: [aRole('manager', { teams: ['11'] })],
  lead: [aRole('manager', { teams: ['11'] })],
  coach: [aRole('coach', { reps: [idOf('Cy')] })],
  admin: [aRole('admin')],
}

function idOf(name: string): string {
  return String(IDS.indexOf(name) + 1)
}

interface World {
  surface: string
  role: string
  visibility: Visibility | null
}

function rosterOf({ role, visibility }: World) {
  const owners = IDS.map((firstName) =>
    anOwner({
      ...{ id: idOf(firstName), firstName, lastName: '', email: `${firstName.toLowerCase()}@example.com` },
      isArchived: firstName === 'Gus',
      teams: [
        ['Ana', 'Bo'].includes(firstName)
          ? { teamId: '11', name: 'North', isPrimary: true }
          : { teamId: '12', name: 'South', isPrimary: true },
      ],
    }),
  )
  return aRoster({
    owners,
    teams: TEAMS,
    settings: {
      ...{ visibility, optOut: [idOf('Fay')], roles: ROLE_SETTINGS[role] ?? [] },
      privateNumbers: ['manager', 'named'].includes(role) ? ['U-ana'] : [],
    },
  })
}

function subjectOf(name: string): Subject {
  const team = TEAMS.find((one) => one.name === name)
  if (team) return { kind: 'team', teamId: team.id, name }
  if (name === 'everyone') return { kind: 'everyone' }
  return { kind: 'rep', ownerId: idOf(name), name, isAsker: name === 'Ana' }
}

function isShown(world: World, name: string): boolean {
  const metric = ['calls', 'commission', 'demos', 'margin'].find((one) => one === world.surface)
  return metric ? isNumberShown(world, name, metric) : namesOn(world).has(name)
}

function isNumberShown(world: World, name: string, metric: string): boolean {
  const roster = rosterOf(world)
  const email = world.role === 'unlinked' ? 'nobody@example.com' : 'ana@example.com'
  const asker = { userId: 'U-ana', email, isFullMember: world.role !== 'guest' }
  const self = linkedOwner(
    asker,
    roster.reps.map(({ owner }) => owner),
    roster.settings,
  )
  if (typeof self === 'string') return false
  const viewer = { asker, self, roster }
  const subject = subjectOf(name)
  return refusalFor(viewer, subject) === null && maySeeMetric(viewer, subject, catalogue.orThrow(metric))
}

/** Who is named on surfaces that others read too, or next to the asker's own row. */
function namesOn(world: World): ReadonlySet<string> {
  const { surface, visibility } = world
  const { reps, settings } = rosterOf(world)
  const sums = new Map(IDS.map((name) => [idOf(name), { calls: CALLS[name] ?? 0 }]))
  const board = publicBoard({ metric: catalogue.orThrow('calls'), reps, sums, settings, catalogue })
  const top = (count: number) => topOf(board, placesShown(count, visibility), visibility)
  const listed = listedReps(reps, settings, null)
  switch (surface) {
    case 'rank':
      return new Set(IDS.filter((name) => ownPlace(board, { rep: idOf(name), visibility })))
    case 'top 2':
      return namesIn(top(2).standings)
    case 'top 25':
      return namesIn(top(25).standings)
    case 'around Di':
      return namesIn(aroundOwn(board, top(2), { rep: idOf('Di'), visibility }))
    case 'around Ed':
      return namesIn(aroundOwn(board, top(2), { rep: idOf('Ed'), visibility }))
    case 'post':
      return namesIn(topOf(board, 5, visibility).standings)
    case 'table':
      return namesIn(visibility && isTablePosted(visibility) ? listed : [])
    default: {
      const shown = topOf(board, 5, visibility)
      return namesIn(listed.filter(({ id }) => visibility && isPraised(id, visibility, shown)))
    }
  }
}

function namesIn(rows: readonly { name: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ name }) => name))
}

interface Line extends World {
  cells: string
}

/** The lines of the table, with `any` expanded into each of its kind. */
function linesOf(table: string): Line[] {
  const [, ...lines] = table.trim().split('\n')
  return lines.flatMap((line) => {
    const [head = '', cells = ''] = line.split('|')
    const [surface = '', role = '', visibility = ''] = head.trim().split(/ {2,}/)
    const roles = role === 'any' ? ROLES : [role]
    const visibilities = VISIBILITIES.filter((one) => visibility === 'any' || visibility === String(one))
    return roles.flatMap((one) =>
      visibilities.map((each) => ({ surface, role: one, visibility: each, cells: squeezed(cells) })),
    )
  })
}

const squeezed = (text: string) => text.trim().replaceAll(/ +/g, ' ')

describe('the access table', () => {
  const lines = linesOf(TABLE)

  it('has each combination of role, surface and visibility once, and each subject', () => {
    const all = SURFACES.flatMap((surface) =>
      ROLES.flatMap((role) => VISIBILITIES.map((visibility) => `${surface} ${role} ${visibility}`)),
    )
    const [header = ''] = TABLE.trim().split('\n')

    expect(lines.map(({ surface, role, visibility }) => `${surface} ${role} ${visibility}`).sort()).toEqual(
      all.sort(),
    )
    expect(squeezed(header.split('|')[1] ?? '')).toBe(SUBJECTS.join(' '))
  })

  it.each(SURFACES)('matches the decisions for %s', (surface) => {
    const own = lines.filter((line) => line.surface === surface)
    const decided = own.map((line) => ({
      ...line,
      cells: SUBJECTS.map((name) => (isShown(line, name) ? '+' : '-')).join(' '),
    }))

    expect(decided).toEqual(own)
  })
})

describe('a coach', () => {
  const coach = (user: string, changes: Partial<RoleSetting>) => aRole('coach', { user, ...changes })
  const cy = { kind: 'rep', ownerId: '3', name: 'Cy', isAsker: false } as const

  function whoSeesCy(roles: RoleSetting[]): string[] {
    const roster = aRoster({
      owners: ['1', '2', '3'].map((id) => anOwner({ id, email: `${id}@example.com` })),
      settings: { roles, groups: { new: { reps: ['3'], teams: [] } } },
    })
    const [self] = roster.reps
    if (!self) throw new Error('nobody asks')
    return ['U1', 'U2', 'U3'].filter((userId) => {
      const asker = { userId, email: null, isFullMember: true }
      return refusalFor({ asker, self: self.owner, roster }, cy) === null
    })
  }

  it('is the one named for the rep, otherwise for a group, otherwise for the team, otherwise the manager', () => {
    const named = [
      coach('U1', { reps: ['3'] }),
      coach('U2', { reps: ['3'] }),
      coach('U3', { groups: ['new'] }),
    ]
    const ofGroup = [coach('U1', { teams: ['11'] }), coach('U3', { groups: ['new'] })]
    const ofTeam = [coach('U2', { teams: ['11'] }), coach('U3', { teams: ['12'] })]

    expect(whoSeesCy(named)).toEqual(['U1'])
    expect(whoSeesCy(ofGroup)).toEqual(['U3'])
    expect(whoSeesCy(ofTeam)).toEqual(['U2'])
    expect(whoSeesCy([aRole('manager', { user: 'U2', teams: ['11'] })])).toEqual(['U2'])
  })

  it('can be named by e-mail address too', () => {
    const roster = aRoster({
      owners: [anOwner(), anOwner({ id: '3' })],
      settings: { roles: [coach('Bea@Example.com', { reps: ['3'] })] },
    })
    const [self] = roster.reps
    if (!self) throw new Error('nobody asks')
    const asker = { userId: 'U9', email: 'bea@example.com', isFullMember: true }

    expect(refusalFor({ asker, self: self.owner, roster }, cy)).toBeNull()
  })
})
