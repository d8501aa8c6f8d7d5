import { describe, expect, it } from 'vitest'
import { CONNECTED, type Settings } from '../../../src/domain/company/settings.ts'
import { appliedRules, type RulesBasis } from '../../../src/domain/explanation/applied-rules.ts'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import { partsOf } from '../../../src/domain/metrics/metric.ts'
import { exact, over } from '../../../src/domain/numbers/exact.ts'
import { anOwner, aQuota, aRoster, at, someRules } from '../../builders.ts'

const catalogue = createCatalogue()

const days = { from: '2026-09-01', to: '2026-10-01', until: '2026-09-22', today: '2026-09-21', unit: null }
const BO = anOwner({ id: '2', firstName: 'Bo', lastName: 'Berg' })
const CY = anOwner({
  id: '3',
  firstName: 'Cy',
  lastName: 'Dahl',
  isArchived: true,
  archivedAt: at('2026-08-10T09:00:00Z'),
})
const pipeline = (id: string, label: string) => ({ id, label, order: 0, stages: [] })

function basis(settings: Partial<Settings> = {}, changes: Partial<RulesBasis> = {}): RulesBasis {
  const owners = [anOwner(), BO, CY]
  return {
    roster: aRoster({ owners, settings: { tracked: ['1', '3'], ...settings } }),
    catalogue,
    owners,
    quotas: [],
    pipelines: [pipeline('default', 'Sales'), pipeline('again', 'Renewals')],
    callOutcomes: [],
    rules: someRules({ renewalPipelines: ['again'] }),
    scope: { kind: 'everyone' },
    zone: 'Europe/Copenhagen',
    days,
    expected: null,
    ...changes,
  }
}

function applied(id: string, of: RulesBasis = basis(), [n, d]: [number, number] = [1, 4]) {
  const metric = catalogue.orThrow(id)
  const [numerator, denominator] = [exact(n), exact(d)]
  const measured = { value: over(numerator, denominator), numerator, denominator }
  return appliedRules(metric, partsOf(metric), { basis: of, measured })
}

describe('the rules that decided a number', () => {
  it('are only those that it depends on', () => {
    expect(applied('notes')).toMatchObject({
      money: null,
      outcomes: null,
      pipelines: null,
      target: null,
      workingTime: null,
      minutes: null,
      cost: null,
      properties: null,
      tiers: null,
      scorecard: null,
      minimumSample: null,
      stateNow: 'none',
    })
  })

  it('name the reps who count, and why others in the scope do not', () => {
    expect(applied('notes').reps).toEqual({
      counted: [{ id: '1', name: 'Ana Sørensen' }],
      leftOut: [
        { id: '3', name: 'Cy Dahl', why: 'archivedBefore' },
        { id: '2', name: 'Bo Berg', why: 'untracked' },
      ],
      otherZones: [],
    })
  })

  it('name the time zones of reps that differ from the scope’s', () => {
    const far = basis({ teamZones: { '11': 'Asia/Jakarta' } })

    expect(applied('notes', far).reps.otherZones).toEqual(['Asia/Jakarta'])
  })

  it('include the sample and the size it needs', () => {
    expect(applied('win_rate').minimumSample).toEqual({ needed: 5, sample: 4, isSmall: true })
    expect(applied('win_rate', basis(), [1, 5]).minimumSample?.isSmall).toBe(false)
  })

  it('include currency and rates for money from deals, and the pipelines that count', () => {
    const { money, pipelines } = applied('revenue')

    expect(money).toEqual({ currency: 'EUR', exponent: 2, rates: { USD: '0.9' } })
    expect(pipelines).toEqual({
      sales: [{ id: 'default', name: 'Sales' }],
      renewal: [{ id: 'again', name: 'Renewals' }],
    })
    expect(applied('deals_won').money).toBeNull()
  })

  it('name outcomes as the account does, and by id those that it no longer has', () => {
    const rules = someRules({ positiveDispositions: ['gone', 'own'] })
    const own = basis({}, { rules, callOutcomes: [{ id: 'own', label: 'Meeting booked' }] })

    expect(applied('positive_call_rate', own).outcomes).toEqual({
      connected: [{ id: CONNECTED, name: 'Connected' }],
      positive: [
        { id: 'gone', name: 'gone' },
        { id: 'own', name: 'Meeting booked' },
      ],
    })
  })

  it('include the target of bookings with the quotas behind it, and the days without one', () => {
    const half = aQuota({ from: '2026-09-01', to: '2026-09-16', target: '1100', source: 'csv' })
    const goal = aQuota({ from: '2026-08-01', to: '2026-09-11', target: '3100' })
    const other = aQuota({ who: { kind: 'rep', ownerId: '9' } })
    const { target } = applied('quota_attainment', basis({}, { quotas: [goal, half, other] }))

    expect(target?.target).toBe(1100)
    expect(target?.uncoveredDays).toBe(11)
    expect(target?.quotas).toEqual([
      { source: 'csv', who: 'rep:1', from: '2026-09-01', to: '2026-09-16', target: '1100' },
    ])
  })

  it('say whether it is the present state, as a whole or only the part from open deals', () => {
    expect(
      ['pipeline_value', 'forecast', 'pipeline_coverage', 'revenue'].map((id) => applied(id).stateNow),
    ).toEqual(['whole', 'part', 'part', 'none'])
  })

  it('include hours, minutes, costs, tiers and points for numbers that depend on them', () => {
    const costly = basis({ repCost: { '1': [{ from: '2026-01', monthly: '6000' }] } })

    expect(applied('admin_time')).toMatchObject({
      workingTime: { hoursPerDay: 8, dayStart: '09:00' },
      minutes: { note: 5, task: 10 },
    })
    expect(applied('cost_efficiency', costly).cost).toEqual({ repsWithCost: 1 })
    const tiers = [{ from: '0', rate: '0.18' }]
    expect(applied('commission', basis({ commission: { tiers } })).tiers).toEqual(tiers)
    expect(applied('commission').tiers).toBe(null)
    expect(applied('score').scorecard?.map(({ metric }) => metric)).toContain('deals_won')
    expect(applied('margin').properties).toEqual({ cost: null, contractYears: null })
  })
})
