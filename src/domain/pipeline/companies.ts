/** Companies that bought: the accounts over which revenue per account is averaged. */
import { type Day, dayOf } from '../calendar/day.ts'
import { cutAtArchive, type Rep } from '../company/roster.ts'
import { isSalesPipeline, type RulesBody, repFor } from '../company/rules.ts'
import type { DealFact } from '../facts/facts.ts'

/** The fields that say which company a won deal belongs to, who owns it and when it was won. */
export type WonDeal = Pick<DealFact, 'id' | 'ownerId' | 'pipelineId' | 'companyId' | 'closesAt'>

export interface BuyingBasis {
  reps: readonly Rep[]
  rules: RulesBody
  /** Days `[from, until)` in each rep's own time zone. */
  from: Day
  until: Day
}

/** The companies that each rep won a deal from in the period, by the rep's id. Deals without a company are left out. */
export function companiesByRep(
  won: readonly WonDeal[],
  { reps, rules, from, until }: BuyingBasis,
): Map<string, Set<string>> {
  const known = new Map(reps.map((rep) => [rep.id, { ...rep, until: cutAtArchive(rep, until) }]))
  const companies = new Map<string, Set<string>>()
  for (const { ownerId, pipelineId, companyId, closesAt } of won) {
    const rep = known.get(repFor(rules, ownerId ?? ''))
    if (!rep || companyId === null || closesAt === null) continue
    const day = dayOf(closesAt, rep.zone)
    if (day < from || day >= rep.until || !isSalesPipeline(rules, pipelineId)) continue
    const own = companies.get(rep.id) ?? new Set()
    companies.set(rep.id, own.add(companyId))
  }
  return companies
}

/** How many companies the reps won deals from, each counted once. */
export function countCompanies(
  companies: ReadonlyMap<string, ReadonlySet<string>>,
  reps: readonly Rep[],
): number {
  const distinct = new Set<string>()
  for (const { id } of reps) {
    for (const company of companies.get(id) ?? []) distinct.add(company)
  }
  return distinct.size
}
