/** One-line rosters, for rules that depend on who is a rep, where and in which calendar. */
import type { KnownUser, Owner, Team } from '../../../src/domain/company/people.ts'
import { type Rep, type Roster, rosterFrom } from '../../../src/domain/company/roster.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../src/domain/company/settings.ts'
import { aDirectory, anAccount, anOwner } from '../../builders.ts'

/** One rep, Ana of team North, in an account in New York that counts in dollars. */
export function aRoster({
  owners = [anOwner()],
  teams = [{ id: '11', name: 'North' }],
  settings = {},
  users = [],
  currency = 'USD',
}: {
  owners?: Owner[]
  teams?: Team[]
  settings?: Partial<Settings>
  users?: KnownUser[]
  currency?: string
} = {}): Roster {
  const account = anAccount({ zone: 'America/New_York', currency })
  const made = rosterFrom(aDirectory({ account, owners, teams, users }), { ...DEFAULT_SETTINGS, ...settings })
  if (!made) throw new Error('no roster')
  return made
}

export function repOf(roster: Roster, id = '1'): Rep {
  const rep = roster.reps.find((one) => one.id === id)
  if (!rep) throw new Error(`no rep ${id}`)
  return rep
}
