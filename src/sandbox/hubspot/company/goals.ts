import type { SandboxAccount } from '../account.ts'
import { createRandom, seedOf } from '../random.ts'
import { toIso } from '../records.ts'
import { type CompanyTime, plusDays } from './company-time.ts'
import { planted, reps } from './people.ts'

interface GoalPeriod {
  milestone: 'monthly' | 'quarterly'
  fromMs: number
  toMs: number
  months: number
}

function periodsOf(time: CompanyTime): GoalPeriod[] {
  const first = new Date(`${time.firstDay}T00:00:00Z`)
  const last = new Date(time.nowMs)
  const startOf = (month: number) => Date.UTC(first.getUTCFullYear(), month, 1)
  const periods: GoalPeriod[] = []
  for (let month = first.getUTCMonth(); startOf(month) <= last.getTime() + 70 * 86_400_000; month += 1) {
    const fromMs = startOf(month)
    periods.push({ milestone: 'monthly', fromMs, toMs: startOf(month + 1) - 1, months: 1 })
    if (month % 3 !== 0) continue
    periods.push({ milestone: 'quarterly', fromMs, toMs: startOf(month + 3) - 1, months: 3 })
  }
  return periods
}

/** What each rep has won a month on average, in euros, leaving out the months in which the books filled up. */
function monthlyRevenue(account: SandboxAccount, time: CompanyTime): Map<string, number> {
  const from = plusDays(time.firstDay, 75)
  const totals = new Map<string, number>()
  for (const { properties } of account.table('deals').held()) {
    const closed = properties['closedate'] ?? ''
    const owner = properties['hubspot_owner_id'] ?? ''
    if (properties['hs_is_closed_won'] !== 'true' || closed < from) continue
    totals.set(owner, (totals.get(owner) ?? 0) + Number(properties['amount_in_home_currency'] ?? '0'))
  }
  const months = (time.nowMs - Date.parse(from)) / (30.4 * 86_400_000)
  return new Map([...totals].map(([owner, total]) => [owner, total / months]))
}

const wonFilter = '[{"filters":[{"value":"true","property":"hs_is_closed_won","operator":"EQ"}]}]'

/** Revenue goals by month and quarter for everybody, such that most reps stand between 60 and 115 percent. */
export function addGoals(account: SandboxAccount, time: CompanyTime): void {
  const revenue = monthlyRevenue(account, time)
  const createdMs = Date.parse(`${time.firstDay}T08:00:00Z`)
  for (const rep of reps) {
    const random = createRandom(seedOf(time.seed, 'goal', rep.ownerId))
    const attained = 0.72 + random.next() * 0.4
    const isNew = rep.ownerId === planted.newHire
    const monthly = isNew ? rep.dealSize * 3 : (revenue.get(rep.ownerId) ?? rep.dealSize * 4) / attained
    const target = Math.max(1_000, Math.round(monthly / 500) * 500)
    const userId = account.owners.find((owner) => owner.id === rep.ownerId)?.userId ?? null
    for (const period of periodsOf(time)) {
      if (isNew && period.toMs < Date.parse(time.startedOn[rep.ownerId] ?? '')) continue
      account.create('goal_targets', goalProperties({ period, target, ownerId: rep.ownerId, userId }), {
        atMs: createdMs,
      })
    }
  }
}

interface Goal {
  period: GoalPeriod
  target: number
  ownerId: string
  userId: number | null
}

function goalProperties({ period, target, ownerId, userId }: Goal) {
  const amount = String(target * period.months)
  return {
    hs_goal_name: `Revenue ${period.milestone} ${toIso(period.fromMs).slice(0, 7)}`,
    hs_goal_type: 'sales_quota',
    hs_milestone: period.milestone,
    hs_target_amount: amount,
    hs_target_amount_in_home_currency: amount,
    hs_goal_target_currency_code: 'EUR',
    hs_start_datetime: toIso(period.fromMs),
    hs_end_datetime: toIso(period.toMs),
    hubspot_owner_id: ownerId,
    hs_assignee_user_id: userId === null ? null : String(userId),
    hs_assignee_team_id: null,
    hs_kpi_object_type_id: '0-3',
    hs_kpi_metric_type: 'SUM',
    hs_kpi_property_name: 'amount_in_home_currency',
    hs_kpi_time_period_property: 'closedate',
    hs_kpi_filter_groups: wonFilter,
    hs_created_by_user_id: '48000182',
  }
}
