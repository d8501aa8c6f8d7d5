/** The context of every answer: the roster, the quotas, and how fresh and complete the store is. */

import { type OwnMetric, propertiesRead, recordsOf } from '../domain/company/own-metrics.ts'
import { type OwnProblem, type OwnTally, ownTalliesFrom } from '../domain/company/own-tallies.ts'
import type { Directory, NamedObject } from '../domain/company/people.ts'
import { settingsOfPersons } from '../domain/company/persons.ts'
import { type Roster, rosterFrom } from '../domain/company/roster.ts'
import type { Rules } from '../domain/company/rules.ts'
import type { Settings } from '../domain/company/settings.ts'
import type { IncompleteDetails } from '../domain/figures/incomplete.ts'
import type { Catalogue } from '../domain/metrics/catalogue.ts'
import { type GoalBasis, type Goals, quotasOfGoals } from '../domain/quotas/goal.ts'
import { allQuotas, type Quota } from '../domain/quotas/quota.ts'
import type { Clock } from '../ports/clock.ts'
import type { Cursor, Outdated } from '../ports/fact-store.ts'
import type { Store } from '../ports/store.ts'
import { catalogueOf } from './catalogue.ts'
import { type KeptPasts, noPasts } from './expected.ts'
import { readLackingDetails } from './lacking-details.ts'
import { isListedWith, RELIST } from './listings.ts'

export interface AnswerPorts {
  store: Store
  clock: Clock
}

export interface CompanyContext {
  now: number
  directory: Directory
  settings: Settings
  catalogue: Catalogue
  /** `null` until the HubSpot account has been read. */
  roster: Roster | null
  quotas: Quota[]
  cursors: Cursor[]
  /** Details of deals that have not been read of every deal yet. */
  lackingDetails: IncompleteDetails
  /** `null` until rules have been adopted. */
  rules: Rules | null
  /** Why own metrics have no numbers, by their ids. */
  ownProblems: ReadonlyMap<string, OwnProblem>
  /** The share of facts that are tallied under the present rules; `null` if all are. */
  recalculated: number | null
  pasts: KeptPasts
}

export async function readCompanyContext({ store }: AnswerPorts, now: number): Promise<CompanyContext> {
  const [directory, chosen, goals, cursors, rules] = await Promise.all([
    store.directory.read(),
    store.settings.read(),
    store.directory.goals(),
    store.cursors.read(),
    store.rules.current(),
  ])
  const catalogue = catalogueOf(chosen, directory)
  const outdated = rules ? await store.facts.countOutdated(rules) : NOTHING_OUTDATED
  const ownProblems = await readOwnProblems(store, {
    ...{ metrics: chosen.metrics, objects: directory.objects, rules },
    recounted: outdated.metrics,
  })
  const roster = rosterFrom(directory, chosen)
  const settings = settingsOfPersons(chosen, directory.owners)
  const ofGoals = quotasFrom(goals, { settings, pipelines: directory.pipelines, catalogue })
  const quotas = roster ? allQuotas(ofGoals, roster, { catalogue, exponent: roster.exponent }) : []
  const recalculated = shareRecalculated(outdated)
  const lackingDetails = await readLackingDetails(store, { cursors, now })
  return {
    ...{
      now,
      directory,
      settings,
      catalogue,
      roster,
      quotas,
      cursors,
      lackingDetails,
      ownProblems,
      recalculated,
    },
    rules: rules ?? null,
    pasts: noPasts(),
  }
}

const NOTHING_OUTDATED: Outdated = { total: 0, outdated: 0, metrics: [] }

/** The share of facts that are tallied under the present rules; `null` if all are. */
function shareRecalculated({ total, outdated }: Outdated): number | null {
  return outdated === 0 ? null : (total - outdated) / total
}

interface Declarations {
  metrics: readonly OwnMetric[]
  objects: readonly NamedObject[]
  rules: Rules | undefined
  /** The metrics whose tallies are partly those of an earlier declaration. */
  recounted: readonly string[]
}

/**
 * Why own metrics have no numbers: what HubSpot said, or that their records have not all been read with the properties
 * that they read, or are still counted by an earlier declaration.
 */
async function readOwnProblems(
  store: Store,
  { metrics, objects, rules, recounted }: Declarations,
): Promise<ReadonlyMap<string, OwnProblem>> {
  if (metrics.length === 0) return new Map()
  const { tallies, problems } = ownTalliesFrom(metrics, objects)
  const found = new Map(problems)
  const [declared, counted] = [byId(tallies), byId(rules?.own ?? [])]
  const states = (await store.passes.read()).filter(({ pass }) => pass === RELIST)
  for (const metric of metrics) {
    const [records, tally] = [recordsOf(metric), declared.get(metric.id)]
    if (!records || !tally) continue
    const position = states.find(({ type }) => type === tally.type)?.position ?? null
    const isCounted = !recounted.includes(metric.id) && isSame(counted.get(metric.id), tally)
    if (isCounted && isListedWith(position, propertiesRead(records))) continue
    found.set(metric.id, { reason: 'loading', object: records.object, property: null })
  }
  return found
}

function byId(tallies: readonly OwnTally[]): ReadonlyMap<string, OwnTally> {
  return new Map(tallies.map((tally) => [tally.id, tally]))
}

function isSame(one: OwnTally | undefined, other: OwnTally): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

const kept = new WeakMap<Goals, { key: string; quotas: Quota[] }>()

/** Every question needs them, and goals change hourly at most: computed again only if something they depend on changed. */
function quotasFrom(goals: Goals, basis: GoalBasis): Quota[] {
  const { settings, pipelines, catalogue } = basis
  const { goals: chosen, salesPipelines, renewalPipelines } = settings
  const metrics = catalogue.all.map(({ id, unit }) => `${id} ${unit}`)
  const key = JSON.stringify([
    chosen,
    salesPipelines,
    renewalPipelines,
    pipelines.map(({ id }) => id),
    metrics,
  ])
  const known = kept.get(goals)
  if (known?.key === key) return known.quotas
  const { quotas } = quotasOfGoals(goals, basis)
  kept.set(goals, { key, quotas })
  return quotas
}
