import type { SandboxPipeline } from '../account-data.ts'
import type { Random } from '../random.ts'
import { toIso } from '../records.ts'
import { type CompanyTime, nextWorkday, plusDays, poisson, workMoment } from './company-time.ts'
import { planted, type RepModel } from './people.ts'
import type { WorkDay } from './planned-activities.ts'
import {
  type LaterChange,
  type LinkedCompany,
  type LinkedDeal,
  linkTo,
  type PlannedRecord,
} from './planned-records.ts'
import { enterprise, newBusiness, renewals, roughRate, teamCurrencies } from './sales-setup.ts'

const lostReasons = ['Price', 'No budget', 'Competitor', 'Went silent', 'Bad timing', 'Missing feature']
const won = ['Product fit', 'Price', 'Service']

/** A workday in the last two weeks of the current quarter. */
function towardsQuarterEnd(random: Random, day: string): string {
  const month = Number(day.slice(5, 7))
  const lastMonth = Math.ceil(month / 3) * 3
  const end = new Date(Date.UTC(Number(day.slice(0, 4)), lastMonth, 0)).toISOString().slice(0, 10)
  const target = plusDays(end, -random.whole(0, 11))
  return target > day ? target : day
}

function cycleDays(random: Random, pipeline: SandboxPipeline): number {
  const typical = pipeline === enterprise ? 62 : pipeline === renewals ? 40 : 30
  return Math.max(3, Math.round(typical * Math.exp(0.5 * random.normal())))
}

function chanceToWin(
  time: CompanyTime,
  rep: RepModel,
  { pipeline, closeDay }: { pipeline: SandboxPipeline; closeDay: string },
) {
  if (pipeline === renewals) return 0.86
  const isHalved = rep.ownerId === planted.halvedWinRate && closeDay >= time.winRateFellOn
  return isHalved ? rep.winRate * 0.36 : rep.winRate
}

function closeDayOf({ time, book, day, random }: WorkDay, pipeline: SandboxPipeline): string {
  const free = plusDays(day, cycleDays(random, pipeline))
  const isPeak = book.rep.teamId === planted.quarterEndTeam && pipeline !== renewals && random.chance(0.5)
  return nextWorkday(time, book.rep, isPeak ? towardsQuarterEnd(random, free) : free)
}

interface DealPlan {
  pipeline: SandboxPipeline
  createdMs: number
  closeMs: number
  isWon: boolean
  /** Whether it stops halfway and never closes. */
  isStalled: boolean
  amount: number
}

function stagesPassed(random: Random, plan: DealPlan): string[] {
  const open = plan.pipeline.stages.filter((stage) => stage.metadata['isClosed'] === 'false')
  const reach = plan.isStalled ? 2 : plan.isWon ? open.length : random.whole(1, open.length)
  return open.slice(0, reach).flatMap((stage, at) => (at > 0 && random.chance(0.1) ? [] : [stage.id]))
}

const categories: Record<string, string> = {
  decisionmakerboughtin: 'BEST_CASE',
  contractsent: 'COMMIT',
  'security-review': 'BEST_CASE',
  '1087654324': 'COMMIT',
}

/** What happens to a deal after its creation: stages, a discount, a slipping close date, its close. */
function dealLater(random: Random, plan: DealPlan): LaterChange[] {
  const [, ...stages] = stagesPassed(random, plan)
  const spanMs = plan.closeMs - plan.createdMs
  const moves = stages.map((stage, at): LaterChange => {
    const category = categories[stage]
    const change = category === undefined ? {} : { hs_manual_forecast_category: category }
    const share = (at + 1 + random.next() * 0.6 - 0.3) / (stages.length + 1)
    return { atMs: Math.floor(plan.createdMs + spanMs * share), change: { dealstage: stage, ...change } }
  })
  const extra: LaterChange[] = []
  if (random.chance(0.35)) {
    const amount = String(Math.round(plan.amount * random.pick([0.85, 0.9, 0.95, 1.1])))
    extra.push({ atMs: Math.floor(plan.createdMs + spanMs * random.next()), change: { amount } })
  }
  if (random.chance(0.4) && !plan.isStalled) {
    const closedate = toIso(plan.closeMs + random.whole(0, 20) * 86_400_000)
    extra.push({
      atMs: Math.floor(plan.createdMs + spanMs * (0.5 + random.next() * 0.4)),
      change: { closedate },
    })
  }
  if (!plan.isStalled) extra.push({ atMs: plan.closeMs, change: closing(random, plan) })
  return [...moves, ...extra].sort((a, b) => a.atMs - b.atMs)
}

function closing(random: Random, plan: DealPlan) {
  const closed = plan.pipeline.stages.filter((stage) => stage.metadata['isClosed'] === 'true')
  const stage = closed.find((one) => (one.metadata['probability'] === '1.0') === plan.isWon)
  const dealstage = stage?.id ?? null
  return plan.isWon
    ? { dealstage, closed_won_reason: random.pick(won), hs_manual_forecast_category: 'CLOSED' }
    : { dealstage, closed_lost_reason: random.pick(lostReasons), hs_manual_forecast_category: 'OMIT' }
}

function planDeal(work: WorkDay, createdMs: number): DealPlan {
  const { time, book, random } = work
  const usual = book.rep.teamId === planted.quarterEndTeam ? enterprise : newBusiness
  const pipeline = random.chance(0.1) ? renewals : usual
  const closeDay = closeDayOf(work, pipeline)
  return {
    pipeline,
    createdMs,
    closeMs: Math.max(createdMs + 3_600_000, workMoment(random, book.rep, closeDay)),
    isWon: random.chance(chanceToWin(time, book.rep, { pipeline, closeDay })),
    isStalled: pipeline !== renewals && random.chance(0.015),
    amount: book.rep.dealSize * Math.exp(0.45 * random.normal() - 0.1),
  }
}

/** What a deal without a company has in place of one. */
function noCompany(atMs: number): LinkedCompany {
  return { id: undefined, createdMs: atMs, closesMs: atMs, territory: null }
}

function plannedDeal(work: WorkDay, createdMs: number): PlannedRecord {
  const { book, random } = work
  const { rep } = book
  const plan = planDeal(work, createdMs)
  const contact = book.contacts.length === 0 ? undefined : random.pick(book.contacts.slice(-40))
  const company = contact?.company ?? noCompany(createdMs)
  const currency = random.pick(teamCurrencies[rep.teamId] ?? ['EUR'])
  const amount = Math.max(100, Math.round(plan.amount / roughRate(currency) / 50) * 50)
  const closesMs = plan.isStalled ? Number.POSITIVE_INFINITY : plan.closeMs
  const linked: LinkedDeal = {
    id: undefined,
    createdMs,
    closesMs,
    company,
    contact,
    isClosedEarly: false,
  }
  book.deals.push(linked)
  const words = random.pick(['rollout', 'pilot', 'licences', 'upgrade', 'expansion', 'onboarding'])
  return {
    atMs: createdMs,
    type: 'deals',
    properties: {
      dealname: `${plan.pipeline === renewals ? 'Renewal' : 'New'} ${words} ${random.whole(100, 999)}`,
      pipeline: plan.pipeline.id,
      dealstage: plan.pipeline.stages[0]?.id ?? null,
      amount: random.chance(0.015) ? null : String(amount),
      deal_currency_code: currency,
      closedate: toIso(plan.closeMs + random.whole(-12, 12) * 86_400_000),
      dealtype: plan.pipeline === renewals ? 'existingbusiness' : 'newbusiness',
      deal_cost: random.chance(0.8) ? String(Math.round(plan.amount * (0.3 + random.next() * 0.3))) : null,
      contract_years: random.pick(['1', '1', '2', '3', null]),
      territory: company.territory,
      hubspot_owner_id: rep.ownerId,
    },
    links: () => ({ companies: linkTo(company, true), contacts: linkTo(contact) }),
    later: dealLater(random, { ...plan, amount }),
    isOver: () => linked.isClosedEarly,
    onCreated: (id) => {
      linked.id = id
    },
  }
}

/** The deals that a rep opens on a day. */
export function plannedDeals(work: WorkDay): PlannedRecord[] {
  const { random, book, day } = work
  return Array.from({ length: poisson(random, book.rep.dealsPerDay) }, () =>
    workMoment(random, book.rep, day),
  )
    .sort((a, b) => a - b)
    .map((atMs) => plannedDeal(work, atMs))
}
