import type { SandboxAccount } from '../account.ts'
import { createRandom, seedOf } from '../random.ts'
import { toIso } from '../records.ts'
import { type CompanyTime, isoWeekday, plusDays } from './company-time.ts'
import { planted, type RepModel, reps, teams } from './people.ts'
import { renewals } from './sales-setup.ts'

interface GoalPeriod {
  milestone: 'monthly' | 'quarterly'
  fromMs: number
  toMs: number
  /** The months in the period, such as `2026-10`. */
  months: string[]
}

function periodsOf(time: CompanyTime): GoalPeriod[] {
  const first = new Date(`${time.firstDay}T00:00:00Z`)
  const startOf = (month: number) => Date.UTC(first.getUTCFullYear(), month, 1)
  const nameOf = (month: number) => toIso(startOf(month)).slice(0, 7)
  const periods: GoalPeriod[] = []
  for (let month = first.getUTCMonth(); startOf(month) <= time.nowMs + 70 * 86_400_000; month += 1) {
    const fromMs = startOf(month)
    const months = [nameOf(month), nameOf(month + 1), nameOf(month + 2)]
    periods.push({ milestone: 'monthly', fromMs, toMs: startOf(month + 1) - 1, months: months.slice(0, 1) })
    if (month % 3 !== 0) continue
    periods.push({ milestone: 'quarterly', fromMs, toMs: startOf(month + 3) - 1, months })
  }
  return periods
}

/** Euros won up to now, keyed by `owner month`. Renewals do not count towards a quota. */
function wonByMonth(account: SandboxAccount, time: CompanyTime): Map<string, number> {
  const now = toIso(time.nowMs)
  const totals = new Map<string, number>()
  for (const { properties } of account.table('deals').held()) {
    const closed = properties['closedate'] ?? ''
    if (properties['hs_is_closed_won'] !== 'true' || properties['pipeline'] === renewals.id) continue
    if (closed > now) continue
    const key = `${properties['hubspot_owner_id'] ?? ''} ${closed.slice(0, 7)}`
    totals.set(key, (totals.get(key) ?? 0) + Number(properties['amount_in_home_currency'] ?? '0'))
  }
  return totals
}

/** The share of a month's workdays that have passed: 1 for a past month, 0 for a future one. */
function elapsedPart({ nowMs, holidays }: CompanyTime, month: string): number {
  const today = toIso(nowMs).slice(0, 10)
  let [over, all] = [0, 0]
  for (let day = `${month}-01`; day.startsWith(month); day = plusDays(day, 1)) {
    if (isoWeekday(day) > 5 || holidays.includes(day)) continue
    all += 1
    over += day < today ? 1 : day === today ? 0.5 : 0
  }
  return over / all
}

interface Season {
  usual: number
  /** Bounds for a month's goal, relative to the average month's. */
  least: number
  most: number
}

/** Goals follow a team's seasons: a team that waits for the end of the quarter signs few deals before it. */
function seasonOf(teamId: string, month: string): Season {
  if (teamId !== planted.quarterEndTeam) return { usual: 1, least: 0.6, most: 1.6 }
  return { usual: Number(month.slice(5)) % 3 === 0 ? 2 : 0.5, least: 0.15, most: 3 }
}

/** How well teams do against expectation (lowest and highest), so that some are ahead and some behind. */
const teamPaces: Record<string, readonly [number, number]> = {
  '301': [0.94, 1.14],
  '302': [0.78, 0.96],
  '303': [0.84, 1.06],
}

type Share = (month: string) => number

/** A month's goal relative to the average month's: chosen so that the team is at its pace, within believable bounds. */
function sharesOf(
  time: CompanyTime,
  teamId: string,
  { won, usual }: { won: (month: string) => number; usual: number },
): Share {
  return (month) => {
    const season = seasonOf(teamId, month)
    const elapsed = elapsedPart(time, month)
    if (elapsed < 0.1 || month < plusDays(time.firstDay, 75).slice(0, 7)) return season.usual
    const random = createRandom(seedOf(time.seed, 'pace', teamId, month))
    const [low, high] = teamPaces[teamId] ?? [0.9, 1.1]
    const share = won(month) / elapsed / (low + random.next() * (high - low)) / usual
    return Math.min(season.most, Math.max(season.least, share))
  }
}

interface RepGoal {
  rep: RepModel
  /** Goal for an average month, in euros. */
  usual: number
}

/**
 * Each rep's goal for an average month, based on what they win after the first months, in which the pipeline fills up.
 */
function usualGoals(time: CompanyTime, won: ReadonlyMap<string, number>): RepGoal[] {
  const from = plusDays(time.firstDay, 75).slice(0, 7)
  const months = (time.nowMs - Date.parse(`${from}-01`)) / (30.4 * 86_400_000)
  return reps.map((rep) => {
    const random = createRandom(seedOf(time.seed, 'goal', rep.ownerId))
    const attained = 0.78 + random.next() * 0.34
    const own = [...won].filter(([key]) => key.startsWith(rep.ownerId) && key.slice(-7) >= from)
    const monthly = own.reduce((sum, [, amount]) => sum + amount, 0) / Math.max(1, months)
    const isNew = rep.ownerId === planted.newHire
    return { rep, usual: isNew ? rep.dealSize * 1.5 : (monthly || rep.dealSize * 2) / attained }
  })
}

/**
 * Monthly and quarterly revenue goals for everybody, chosen so that teams are at about 70 to 115 percent of the pace.
 */
export function addGoals(account: SandboxAccount, time: CompanyTime): void {
  const won = wonByMonth(account, time)
  const goals = usualGoals(time, won)
  for (const { id } of teams) {
    const members = goals.filter(({ rep }) => rep.teamId === id)
    const share = sharesOf(time, id, {
      won: (month) => members.reduce((sum, { rep }) => sum + (won.get(`${rep.ownerId} ${month}`) ?? 0), 0),
      usual: members.reduce((sum, { usual }) => sum + usual, 0),
    })
    for (const goal of members) addGoalsOf(account, time, { ...goal, share })
  }
}

function addGoalsOf(
  account: SandboxAccount,
  time: CompanyTime,
  { rep, usual, share }: RepGoal & { share: Share },
): void {
  const { ownerId } = rep
  const userId = account.owners.find((owner) => owner.id === ownerId)?.userId ?? null
  const inMonth = (month: string) => Math.max(1_000, Math.round((usual * share(month)) / 500) * 500)
  for (const period of periodsOf(time)) {
    if (period.toMs < Date.parse(time.startedOn[ownerId] ?? time.firstDay)) continue
    const target = period.months.reduce((sum, month) => sum + inMonth(month), 0)
    account.create('goal_targets', goalProperties({ period, target, ownerId, userId }), {
      atMs: Date.parse(`${time.firstDay}T08:00:00Z`),
    })
  }
}

const wonFilter = '[{"filters":[{"value":"true","property":"hs_is_closed_won","operator":"EQ"}]}]'

interface Goal {
  period: GoalPeriod
  target: number
  ownerId: string
  userId: number | null
}

function goalProperties({ period, target, ownerId, userId }: Goal) {
  const amount = String(target)
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
