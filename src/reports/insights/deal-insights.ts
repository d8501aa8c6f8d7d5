/** What usually comes before a sale, and in which stage deals get stuck. */
import { addDays, type Day, dayOf, dayStart, daysBetween } from '../../domain/calendar/day.ts'
import { cutAtArchive, type Rep, repsIn } from '../../domain/company/roster.ts'
import { isSalesPipeline, repFor, zoneOf } from '../../domain/company/rules.ts'
import type { StageStay } from '../../domain/facts/deal-changes.ts'
import { type DealEffort, EFFORT_TYPES } from '../../domain/facts/deal-effort.ts'
import { type BeforeSale, beforeSaleOf, type SaleEffort } from '../../domain/insights/before-sale.ts'
import type { InsightsDocument } from '../../domain/insights/document.ts'
import { type Found, found, lacking } from '../../domain/insights/insights.ts'
import { createStageTimes, type StageTimes } from '../../domain/insights/stage-times.ts'
import { openDealsOf } from '../../domain/pipeline/open-deals.ts'
import { eachInTurns, yieldTurn } from '../../ports/turns.ts'
import { type InsightContext, LAST_365_DAYS, whyIncomplete } from './insight-context.ts'

interface Days {
  from: Day
  until: Day
}

/** Instants that enclose the days in every time zone. */
function instantsAround({ from, until }: Days): { from: number; to: number } {
  return { from: dayStart(addDays(from, -1), 'UTC'), to: dayStart(addDays(until, 1), 'UTC') }
}

const SALE_TYPES = ['deals', ...EFFORT_TYPES, 'dealActivities'] as const

export async function readBeforeSale(context: InsightContext): Promise<InsightsDocument['before_a_sale']> {
  const { roster, store, everyone } = context
  const missing = whyIncomplete(context, SALE_TYPES)
  const { deals, unread } = missing
    ? { deals: [], unread: 0 }
    : await store.insights.efforts(instantsAround(everyone.days), {
        rules: context.rules,
        moment: context.at,
      })
  const efforts = deals.filter(({ pipelineId }) => isSalesPipeline(context.rules, pipelineId))
  const byOwner = Map.groupBy(efforts, ({ ownerId }) => repFor(context.rules, ownerId ?? ''))
  const byScope: InsightsDocument['before_a_sale'] = {}
  for (const { key, scope, rep, days } of context.scopes) {
    if (rep) continue
    const own = repsIn(roster, scope).flatMap((member) =>
      (byOwner.get(member.id) ?? []).flatMap((deal) => toSale(context, deal, { member, days })),
    )
    byScope[key] = missing
      ? { unread_deals: null, ...lacking(missing) }
      : { unread_deals: unread, ...usual(own, unread) }
    await yieldTurn()
  }
  return byScope
}

function usual(efforts: readonly SaleEffort[], unread: number): Found<BeforeSale> {
  return efforts.length === 0 && unread > 0 ? lacking('links_not_read') : beforeSaleOf(efforts)
}

/** The deal, if it closed within the days in the rep's time zone. */
function toSale(
  { rules }: InsightContext,
  { createdAt, closesAt, calls, emails, meetings }: DealEffort,
  { member, days }: { member: Rep; days: Days },
): SaleEffort[] {
  const zone = zoneOf(rules, member.id)
  const closed = dayOf(closesAt, zone)
  if (closed < days.from || closed >= cutAtArchive(member, days.until)) return []
  return [{ calls, emails, meetings, days: Math.max(0, daysBetween(dayOf(createdAt, zone), closed)) }]
}

export async function readStageBottlenecks(
  context: InsightContext,
): Promise<InsightsDocument['stage_bottlenecks']> {
  const { figures, everyone, store, pipelines, rules } = context
  const missing = whyIncomplete(context, ['deals', 'dealChanges'])
  if (missing) return lacking(missing)
  const days = figures.daysOf(everyone.scope, LAST_365_DAYS)
  const { from, to } = instantsAround(days)
  const stays = await store.insights.stageStays(from, to)
  const times = createStageTimes()
  const reps = new Map(context.roster.reps.map((rep) => [rep.id, rep]))
  await eachInTurns(stays, (stay) => {
    const rep = reps.get(repFor(rules, stay.ownerId ?? ''))
    if (rep) addStay(times, stay, { rep, days, now: context.at })
  })
  const open = await countOpen(context, reps)
  const sales = pipelines.filter(({ id }) => isSalesPipeline(rules, id)).sort((a, b) => a.order - b.order)
  return sales.length === 0 ? lacking('no_sales_pipeline') : found(sales.map((one) => times.of(one, open)))
}

/** A stay that ended counts on the day of its end; one that is still running counts now, unless its rep is archived. */
function addStay(
  times: StageTimes,
  { stageId, enteredAt, leftAt }: StageStay,
  { rep, days, now }: { rep: Rep; days: Days; now: number },
): void {
  const left = dayOf(leftAt ?? now, rep.zone)
  const lasted = Math.max(0, daysBetween(dayOf(enteredAt, rep.zone), left))
  if (leftAt === null) {
    if (!rep.owner.isArchived) times.add({ stageId, days: lasted, isRunning: true })
  } else if (left >= days.from && left < cutAtArchive(rep, days.until)) {
    times.add({ stageId, days: lasted, isRunning: false })
  }
}

/** Open deals of the current reps, by stage. */
async function countOpen(
  { store, rules, pipelines }: InsightContext,
  reps: ReadonlyMap<string, Rep>,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  const open = await store.deals.open((some) => openDealsOf(some, { rules, pipelines }))
  for (const { rep, stageId } of open) {
    const owner = reps.get(rep)?.owner
    if (!owner || owner.isArchived || stageId === null) continue
    counts.set(stageId, (counts.get(stageId) ?? 0) + 1)
  }
  return counts
}
