/** Which totals somebody gets: the decision for each number of people behind each part, visibility, role and period. */
import { describe, expect, it } from 'vitest'
import { isTargetKeptBack, totalRefusal } from '../../../src/domain/access/totals.ts'
import type { PeriodUnit } from '../../../src/domain/calendar/period.ts'
import type { Scope } from '../../../src/domain/company/roster.ts'
import type { RoleSetting, Visibility } from '../../../src/domain/company/settings.ts'
import type { Sums } from '../../../src/domain/metrics/measure.ts'
import { createTargets } from '../../../src/domain/quotas/targets.ts'
import { anOwner, aQuota, aRoster } from '../../builders.ts'
import { catalogueWith } from '../../own-metrics.ts'

const catalogue = catalogueWith([])

/*
 * Ana asks. She is in North with eight others; `teams` other teams have three members each.
 *   people: how many have data behind the metric; for a ratio behind the numerator / the denominator
 *   months: the same of the single months of the period
 */
const TABLE = `
metric    people  months  period   visibility  role     scope     teams | answer
calls     0       -       month    named       rep      team      2     | +
calls     1       -       month    named       rep      team      2     | tooFew
calls     2       -       month    named       rep      team      2     | tooFew
calls     3       -       month    named       rep      team      2     | +
calls     3       -       day      named       rep      team      2     | +
calls     3       -       day      null        rep      team      2     | +
calls     2       -       month    named       manager  team      2     | tooFew
calls     3       -       month    top         rep      team      2     | +
calls     3       -       month    team        rep      team      2     | tooFew
calls     4       -       month    team        rep      team      2     | tooFew
calls     5       -       month    team        rep      team      2     | +
calls     0       -       month    team        rep      team      2     | +
calls     5       -       day      top         rep      team      2     | partPeriod
calls     5       -       day      team        rep      team      2     | partPeriod
calls     5       -       day      team        manager  team      2     | +
calls     5       -       week     team        rep      team      2     | +
calls     5       5,5     quarter  team        rep      team      2     | +
calls     5       5,0     quarter  team        rep      team      2     | +
calls     5       5,1     quarter  team        rep      team      2     | tooFew
calls     5       5,1     quarter  named       rep      team      2     | +
calls     5       5,1     quarter  team        manager  team      2     | +
calls     3       3,2     year     top         rep      team      2     | tooFew
calls     5       -       month    team        rep      everyone  0     | +
calls     5       -       month    team        rep      everyone  1     | oneOtherTeam
calls     5       -       month    top         rep      everyone  1     | oneOtherTeam
calls     5       -       month    top         manager  everyone  1     | +
calls     5       -       month    named       rep      everyone  1     | +
calls     5       -       month    top         rep      everyone  2     | +
calls     1       -       day      team        rep      own       2     | +
win_rate  3/5     -       month    named       rep      team      2     | +
win_rate  0/5     -       month    named       rep      team      2     | +
win_rate  1/5     -       month    named       rep      team      2     | tooFew
win_rate  2/2     -       month    named       rep      team      2     | tooFew
win_rate  3/5     -       month    team        rep      team      2     | tooFew
win_rate  5/5     -       month    team        rep      team      2     | +
`

const ROWS = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((row) => row.replace('|', ' ').trim().split(/\s+/))

const inTeam = (teamId: string) => [{ teamId, name: teamId, isPrimary: true }]
const NORTH = Array.from({ length: 9 }, (_, index) => String(index + 1))

function rosterOf(visibility: Visibility | null, role: string, teams: number) {
  const others = Array.from({ length: teams * 3 }, (_, index) =>
    anOwner({ id: String(100 + index), teams: inTeam(`2${Math.floor(index / 3)}`) }),
  )
  const owners = [...NORTH.map((id) => anOwner({ id, teams: inTeam('11') })), ...others]
  const manager: RoleSetting = { user: 'U1', role: 'manager', teams: ['99'], groups: [], reps: [] }
  return aRoster({ owners, settings: { visibility, roles: role === 'manager' ? [manager] : [] } })
}

/** How many of North have data: '3', or '3/5' for a ratio. */
function sumsOf(people: string): Map<string, Sums> {
  const [first = 0, second] = people.split('/').map(Number)
  return new Map(
    NORTH.map((id, index) => [
      id,
      second === undefined
        ? { calls: index < first ? 7 : 0 }
        : { deals_won: index < first ? 1 : 0, deals_lost: index < second ? 2 : 0 },
    ]),
  )
}

const UNITS: Record<string, PeriodUnit | null> = {
  day: null,
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
}

const SCOPES: Record<string, Scope> = {
  team: { kind: 'team', teamId: '11' },
  everyone: { kind: 'everyone' },
  own: { kind: 'rep', ownerId: '1' },
}

describe('a total', () => {
  it.each(ROWS)(
    'of %s with %s people, months %s, a %s, boards %s, for a %s, of %s beside %s teams: %s',
    (metric = '', people = '', months = '', period = '', visibility, role = '', scope = '', teams, answer) => {
      const seen = visibility === 'named' || visibility === 'top' || visibility === 'team' ? visibility : null
      const roster = rosterOf(seen, role, Number(teams))
      const [self = anOwner()] = roster.reps.map(({ owner }) => owner)
      const viewer = { asker: { userId: 'U1', email: null, isFullMember: true }, self, roster }
      const countedOf = (of: string) => ({
        metric: catalogue.orThrow(metric),
        reps: roster.reps,
        sums: sumsOf(of),
        settings: roster.settings,
        catalogue,
      })
      const refusal = totalRefusal(viewer, SCOPES[scope] ?? { kind: 'everyone' }, {
        counted: countedOf(people),
        months: months === '-' ? [] : months.split(',').map(countedOf),
        unit: UNITS[period] ?? null,
      })

      expect(refusal ?? '+').toBe(answer)
    },
  )
})

describe('the target of a team', () => {
  const asked = { metric: 'revenue', from: '2026-09-01', to: '2026-10-01' }
  const isKept = (holders: readonly { kind: 'rep' | 'team'; id: string }[], visibility: Visibility) => {
    const roster = rosterOf(visibility, 'rep', 0)
    const quotas = holders.map(({ kind, id }) =>
      aQuota({ who: kind === 'rep' ? { kind, ownerId: id } : { kind, teamId: id }, ...asked }),
    )
    const { reps } = roster
    const [self = anOwner()] = reps.map(({ owner }) => owner)
    const viewer = { asker: { userId: 'U1', email: null, isFullMember: true }, self, roster }
    const targets = createTargets(roster, quotas)
    return isTargetKeptBack(viewer, { kind: 'team', teamId: '11' }, { reps, targets, quotas, asked })
  }
  const reps = (count: number) => NORTH.slice(0, count).map((id) => ({ kind: 'rep' as const, id }))

  it.each([
    [0, 'named', false],
    [1, 'named', true],
    [2, 'top', true],
    [3, 'named', false],
    [3, 'team', true],
    [5, 'team', false],
  ] as const)(
    'that is the sum of %i people’s, with boards %s: kept back is %s',
    (count, visibility, kept) => {
      expect(isKept(reps(count), visibility)).toBe(kept)
    },
  )

  it('is shown if it is the team’s own', () => {
    expect(isKept([...reps(1), { kind: 'team', id: '11' }], 'team')).toBe(false)
  })
})
