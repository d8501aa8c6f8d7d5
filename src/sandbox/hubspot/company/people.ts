import type { SandboxOwner } from '../account-data.ts'

/** How a rep sells: the parameters from which the pretend company's days are generated. */
export interface RepModel {
  ownerId: string
  teamId: string
  zone: string
  /** Activity relative to the normal 15 a day. */
  energy: number
  winRate: number
  /** The share of dials that reach somebody. */
  connectRate: number
  /** Typical deal in euros. */
  dealSize: number
  dealsPerDay: number
}

const firstOwnerId = 71_000_001

export const teams = [
  { id: '301', name: 'North' },
  { id: '302', name: 'South' },
  { id: '303', name: 'Enterprise' },
]

/** The people who differ from the others, as owner ids (the last one is a team id). */
export const planted = {
  halvedWinRate: '71000004',
  fallenActivity: '71000007',
  optedOut: '71000010',
  partTimer: '71000013',
  newHire: '71000016',
  onLeave: '71000019',
  onShortLeave: '71000012',
  archivedOwner: '71000027',
  manager: '71000028',
  queue: '71000029',
  quarterEndTeam: '303',
  /** They book meetings for others of their teams, besides their own. */
  bookers: ['71000002', '71000005', '71000014', '71000017', '71000023'],
}

const copenhagen = 'Europe/Copenhagen'
const london = 'Europe/London'
const bucharest = 'Europe/Bucharest'
const newYork = 'America/New_York'

/** First name, last name, team and zone, in the order of owner ids from 71000001. */
const people: readonly (readonly [string, string, string, string])[] = [
  ['Ana', 'Sørensen', '301', copenhagen],
  ['Jonas', 'Berg', '301', copenhagen],
  ['Freja', 'Østergaard', '301', copenhagen],
  ['Mikkel', 'Kjær', '301', copenhagen],
  ['Åsa', 'Lindström', '301', copenhagen],
  ['Søren', 'Bjørnskov', '301', copenhagen],
  ['Linnéa', 'Åkesson', '301', copenhagen],
  ['Emil', 'Nygård', '301', copenhagen],
  ['Chloë', 'Whitfield', '301', london],
  ['Rhys', 'Llewellyn', '301', london],
  ['Siobhán', "O'Connor", '301', london],
  ['Tom', 'Ashworth', '301', london],
  ['Ioana', 'Ștefănescu', '302', bucharest],
  ['Andrei', 'Țurcanu', '302', bucharest],
  ['Mădălina', 'Păunescu', '302', bucharest],
  ['Răzvan', 'Ionescu', '302', bucharest],
  ['Zoë', 'Papadopoulou', '302', bucharest],
  ['Matei', 'Brâncuși', '302', bucharest],
  ['Élodie', 'Girard', '302', bucharest],
  ['Željko', 'Kovačević', '302', bucharest],
  ['Ayşe', 'Yılmaz', '302', bucharest],
  ['Marisol', 'Núñez', '303', newYork],
  ['Desmond', 'Okonkwo', '303', newYork],
  ['Bao', 'Nguyễn', '303', newYork],
  ['Kateryna', 'Shevchenko', '303', newYork],
  ['Wei-Lin', 'Zhao', '303', newYork],
]

const sizeOfTeam: Record<string, number> = { '301': 9_000, '302': 6_500, '303': 46_000 }

/** Evenly spread values in a seemingly random order, so that reps differ but no team is all good or all bad. */
function spread(at: number, step: number): number {
  return ((at * step) % 26) / 25
}

function modelOf(at: number): RepModel {
  const [, , teamId = '301', zone = copenhagen] = people[at] ?? []
  return {
    ownerId: String(firstOwnerId + at),
    teamId,
    zone,
    energy: 0.84 + 0.34 * spread(at, 7),
    winRate: 0.22 + 0.16 * spread(at, 11),
    connectRate: 0.2 + 0.16 * spread(at, 5),
    dealSize: (sizeOfTeam[teamId] ?? 8_000) * (0.8 + 0.45 * spread(at, 15)),
    dealsPerDay: teamId === '303' ? 0.46 : 0.72 + 0.2 * spread(at, 19),
  }
}

/** The 26 current reps. */
export const reps: readonly RepModel[] = people.map((_, at) => {
  const model = modelOf(at)
  return model.ownerId === planted.halvedWinRate ? { ...model, winRate: 0.36, dealsPerDay: 0.95 } : model
})

/** The rep who left: generated like the others, up to a given day. */
export const leaver: RepModel = { ...modelOf(1), ownerId: planted.archivedOwner, dealsPerDay: 0.6 }

/** A name without accents, for e-mail addresses. */
function plainLetters(name: string): string {
  const folded = name.replaceAll('ø', 'o').replaceAll('Ø', 'O').replaceAll('æ', 'ae').replaceAll('ı', 'i')
  return folded
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z-]/g, '')
    .toLowerCase()
}

function emailOf(firstName: string, lastName: string): string {
  return `${plainLetters(firstName)}.${plainLetters(lastName)}@fjordlys.example`
}

interface Stamps {
  createdAt: string
  leftAt: string
}

/** HubSpot's user id of an owner. */
export function userIdOf(ownerId: string): number {
  return 48_000_101 + (Number(ownerId) - firstOwnerId) * 3
}

/** Everybody who is an owner in the account, including those who do not sell. */
export function companyOwners({ createdAt, leftAt }: Stamps): SandboxOwner[] {
  const owner = (at: number, [firstName, lastName, teamId]: readonly string[]): SandboxOwner => ({
    id: String(firstOwnerId + at),
    userId: userIdOf(String(firstOwnerId + at)),
    email: emailOf(firstName ?? '', lastName ?? ''),
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    type: 'PERSON',
    archived: false,
    createdAt,
    updatedAt: createdAt,
    teams: teams.filter((team) => team.id === teamId).map((team) => ({ ...team, primary: true })),
  })
  return [
    ...people.map((person, at) => owner(at, person)),
    { ...owner(26, ['Gustav', 'Høyer', '301']), archived: true, updatedAt: leftAt },
    owner(27, ['Birgitte', 'Damgård']),
    { ...owner(28, ['Inbound', 'Queue']), type: 'QUEUE', userId: null, email: 'queue@fjordlys.example' },
  ]
}
