import { describe, expect, test } from 'vitest'
import { personsOf } from '../../src/domain/company/persons.ts'
import { DEFAULT_SETTINGS } from '../../src/domain/company/settings.ts'
import { createCatalogue } from '../../src/domain/metrics/catalogue.ts'
import { type GoalBasis, type Goals, quotasOfGoals } from '../../src/domain/quotas/goal.ts'
import { loadAccount } from '../../src/sandbox/hubspot/load-account.ts'
import { aDirectory } from '../builders.ts'
import { catalogueWith } from '../own-metrics.ts'
import { anAccount, aWorld, golden, noon } from './worlds.ts'

const directory = aDirectory({
  account: { portalId: '1', zone: 'America/New_York', currency: 'USD', uiDomain: 'app.hubspot.com' },
  owners: [anOwner('1', '5001'), { ...anOwner('8', '5002'), isArchived: true }, anOwner('2', '5002')],
  teams: [{ id: '11', name: 'North' }],
  exchangeRates: [
    { from: 'EUR', to: 'USD', rate: '1.5', effectiveAt: noon - 2 },
    { from: 'EUR', to: 'USD', rate: '2', effectiveAt: noon },
    { from: 'EUR', to: 'USD', rate: '3', effectiveAt: noon + 1 },
    { from: 'EUR', to: 'GBP', rate: '9', effectiveAt: noon },
  ],
})

function anOwner(id: string, userId: string) {
  const nothing = {
    email: null,
    firstName: '',
    lastName: '',
    isArchived: false,
    archivedAt: null,
    updatedAt: 0,
  }
  return { ...nothing, id, userId, teams: [] }
}

const month = {
  hs_start_datetime: '2026-11-01T00:00:00Z',
  hs_end_datetime: '2026-11-30T23:59:59.999Z',
  hubspot_owner_id: '1',
  hs_target_amount: '3773.24',
  hs_goal_type: 'sales_quota',
}

async function goalsOf(...goals: Record<string, string | null>[]) {
  const account = anAccount()
  for (const [index, goal] of goals.entries()) {
    account.create('goal_targets', { ...month, ...goal }, { id: String(index + 1), atMs: noon - 60_000 })
  }
  const { source } = await aWorld({ account })
  return quotasIn(await source.goals(directory))
}

function quotasIn(
  goals: Goals,
  settings: Partial<GoalBasis['settings']> = {},
  catalogue = createCatalogue(),
) {
  return quotasOfGoals(goals, {
    settings: { ...DEFAULT_SETTINGS, ...settings },
    pipelines: directory.pipelines,
    catalogue,
  })
}

describe("HubSpot's goals as quotas", () => {
  test('include a revenue goal of a rep for a month', async () => {
    const { quotas, skipped } = await goalsOf({})

    expect(skipped).toEqual([])
    expect(quotas).toEqual([
      {
        source: 'hubspot',
        who: { kind: 'rep', ownerId: '1' },
        metric: 'revenue',
        from: '2026-11-01',
        to: '2026-12-01',
        target: '377324',
        madeAt: noon - 60_000,
      },
    ])
  })

  test.each([
    [{ type: '0-3', kind: 'SUM', property: 'amount' }, 'revenue'],
    [{ type: '0-3', kind: 'SUM', property: 'amount_in_home_currency' }, 'revenue'],
    [
      {
        type: '0-3',
        kind: 'COUNT',
        filters: '[{"filters":[{"property":"hs_is_closed_won","operator":"EQ","value":"true"}]}]',
      },
      'deals_won',
    ],
    [{ type: '0-3', kind: 'COUNT', filters: '[]' }, 'deals_created'],
    [{ type: '0-48', kind: 'COUNT' }, 'calls'],
    [{ type: '0-47', kind: 'COUNT' }, 'meetings'],
    [{ type: '0-49', kind: 'COUNT' }, 'emails'],
    [{ type: '0-27', kind: 'COUNT' }, 'tasks'],
  ])('%o measures %s', async (goal: Record<string, string>, metric) => {
    const { quotas } = await goalsOf({
      hs_goal_type: 'custom_goals',
      hs_kpi_object_type_id: goal['type'] ?? null,
      hs_kpi_metric_type: goal['kind'] ?? null,
      hs_kpi_property_name: goal['property'] ?? null,
      hs_kpi_filter_groups: goal['filters'] ?? null,
      hs_target_amount: '40',
    })

    expect(quotas).toMatchObject([{ metric, target: metric === 'revenue' ? '4000' : '40' }])
  })

  test.each([
    [
      'the sum of another property',
      { hs_kpi_object_type_id: '0-3', hs_kpi_metric_type: 'SUM', hs_kpi_property_name: 'hs_arr' },
    ],
    [
      'an average',
      { hs_kpi_object_type_id: '0-3', hs_kpi_metric_type: 'AVG', hs_kpi_property_name: 'amount' },
    ],
    ['a count of tickets', { hs_kpi_object_type_id: '0-5', hs_kpi_metric_type: 'COUNT' }],
    [
      'a sum of call durations',
      { hs_kpi_object_type_id: '0-48', hs_kpi_metric_type: 'SUM', hs_kpi_property_name: 'hs_call_duration' },
    ],
    ['a custom type and no definition', { hs_goal_type: 'custom_goals' }],
    [
      'an unknown owner, user and team',
      { hubspot_owner_id: '99', hs_assignee_user_id: '98', hs_assignee_team_id: '97' },
    ],
    ['no owner', { hubspot_owner_id: null }],
    ['no start', { hs_start_datetime: null }],
    ['an end that does not exist', { hs_end_datetime: '2026-11-31' }],
    ['an end before the start', { hs_end_datetime: '2026-10-31T00:00:00Z' }],
    ['an end at the start', { hs_end_datetime: '2026-11-01T00:00:00Z' }],
    ['no target', { hs_target_amount: '' }],
    ['a target in words', { hs_target_amount: 'n/a' }],
    ['a target of 0', { hs_target_amount: '0' }],
    ['a target below 0', { hs_target_amount: '-5' }],
    ['a target of less than a cent', { hs_target_amount: '0.004' }],
    ['a currency without a rate', { hs_goal_target_currency_code: 'SEK' }],
    ['a count of 0', { hs_target_amount: '0', hs_kpi_object_type_id: '0-48', hs_kpi_metric_type: 'COUNT' }],
    [
      'a count in words',
      { hs_target_amount: '5k', hs_kpi_object_type_id: '0-48', hs_kpi_metric_type: 'COUNT' },
    ],
  ])(
    'a goal with %s is not a quota, and gives the reason',
    async (_, goal: Record<string, string | null>) => {
      const { quotas, skipped } = await goalsOf(goal, {})

      expect(skipped).toMatchObject([{ id: '1' }])
      expect(skipped[0]?.reason).not.toBe('')
      expect(quotas).toHaveLength(1)
    },
  )

  test('belong to the owner, otherwise the owner with the user id, otherwise the team', async () => {
    const { quotas } = await goalsOf(
      { hubspot_owner_id: '1', hs_assignee_user_id: '5002' },
      { hubspot_owner_id: null, hs_assignee_user_id: '5002', hs_assignee_team_id: '11' },
      { hubspot_owner_id: '99', hs_assignee_user_id: null, hs_assignee_team_id: '11' },
      { hubspot_owner_id: '', hubspot_team_id: '11' },
    )

    expect(quotas.map((quota) => quota.who)).toEqual([
      { kind: 'rep', ownerId: '1' },
      { kind: 'rep', ownerId: '2' },
      { kind: 'team', teamId: '11' },
      { kind: 'team', teamId: '11' },
    ])
  })

  test.each([
    ['2026-10-01T00:00:00Z', '2026-12-31T23:59:59.999Z', '2026-10-01', '2027-01-01'],
    ['2026-10-01T00:00:00Z', '2027-01-01T00:00:00Z', '2026-10-01', '2027-01-01'],
    ['2026-10-01', '2026-10-31T12:00:00Z', '2026-10-01', '2026-11-01'],
    ['1790812800000', '2026-10-31T23:00:00-05:00', '2026-10-01', '2026-11-02'],
  ])('run from %s to %s', async (hs_start_datetime, hs_end_datetime, from, to) => {
    const { quotas } = await goalsOf({ hs_start_datetime, hs_end_datetime })

    expect(quotas).toMatchObject([{ from, to }])
  })

  test('are in company currency, at the rate in effect now, rounded once', async () => {
    const { quotas } = await goalsOf(
      { hs_goal_target_currency_code: 'USD', hs_target_amount: '0.005' },
      { hs_goal_target_currency_code: 'EUR', hs_target_amount: '1000.005' },
    )

    expect(quotas.map((quota) => quota.target)).toEqual(['1', '200001'])
  })

  test('need the account: without its currency no money goal can be read', async () => {
    const account = anAccount()
    account.create('goal_targets', month, { id: '1' })
    const { source } = await aWorld({ account })

    const { skipped } = quotasIn(await source.goals({ ...directory, account: null }))

    expect(skipped).toMatchObject([{ id: '1' }])
  })

  test('cover every readable goal of a whole account, and list the rest', async () => {
    const data = golden('dataset.json')
    const { source } = await aWorld({ account: loadAccount(data) })
    const [account, { owners, teams }] = await Promise.all([source.account(), source.owners()])
    const exchangeRates = await source.exchangeRates()

    const goals = await source.goals(aDirectory({ account, owners: personsOf(owners), teams, exchangeRates }))
    const { salesPipelines, goals: chosen, metrics } = JSON.parse(JSON.stringify(golden('settings.json')))
    const { quotas, skipped } = quotasIn(goals, { salesPipelines, goals: chosen }, catalogueWith(metrics, []))

    expect(skipped).toHaveLength(JSON.parse(JSON.stringify(golden('expected.json')))._data_quality.bad_goal)
    expect(quotas).toHaveLength((data.objects['goal_targets'] ?? []).length - skipped.length)
  })
})
