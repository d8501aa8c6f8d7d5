/**
 * Rules: a numbered, immutable snapshot of everything besides the fact itself that decides what a fact adds to which
 * day.
 */
import type { Zone } from '../calendar/day.ts'
import { exponentOf } from '../numbers/money.ts'
import { type OwnTally, ownTalliesFrom } from './own-tallies.ts'
import { type Directory, zoneOfOwner } from './people.ts'
import { presentIds } from './persons.ts'
import type { Settings } from './settings.ts'

/**
 * Goes up whenever the code changes what a tally means. Existing tallies are then dropped and all facts are tallied
 * again, because the new code can no longer compute what the facts had added before.
 */
export const TALLIES_VERSION = 8

export interface RulesBody {
  version: number
  accountZone: Zone
  /** Only for owners in a zone other than the account's. */
  ownerZones: Record<string, Zone>
  /** The present owner ids of people who left and came back, keyed by their former ids. */
  presentOwners: Record<string, string>
  currency: string
  exponent: number
  /** Decimal texts, keyed by currency: units of the company currency for one unit of the key. */
  rates: Record<string, string>
  connectedDispositions: string[]
  /** A call without an outcome counts as a connect from this length on; `null`: never. */
  connectSeconds: number | null
  positiveDispositions: string[]
  /** Outcomes of meetings that count as held, as HubSpot writes them. */
  heldOutcomes: string[]
  salesPipelines: string[] | null
  renewalPipelines: string[]
  costProperty: string | null
  contractYearsProperty: string | null
  /** The pipeline of each stage, including stages that HubSpot no longer lists. */
  stagePipelines: Record<string, string>
  /** The tallies of own metrics. */
  own: OwnTally[]
  /** Owner ids by HubSpot user id; empty unless an own tally goes by users. */
  ownersOfUsers: Record<string, string>
}

/** Fields that rules of earlier versions lack, with the values they implied. */
const ADDED_LATER = {
  presentOwners: {},
  connectSeconds: null,
  heldOutcomes: ['COMPLETED'],
  own: [],
  ownersOfUsers: {},
}

/** Completes stored rules of any version. */
export function keptRules(body: RulesBody): RulesBody {
  return body.version < TALLIES_VERSION ? { ...ADDED_LATER, ...body } : body
}

export interface Rules extends RulesBody {
  number: number
}

/**
 * The rules that follow from HubSpot's directory and the company's settings; `null` until the account has been read.
 */
export function rulesFrom(directory: Directory, settings: Settings, now: number): RulesBody | null {
  const { account } = directory
  if (!account) return null
  const { tallies: own } = ownTalliesFrom(settings.metrics, directory.objects)
  return {
    version: TALLIES_VERSION,
    accountZone: account.zone,
    ownerZones: ownerZones(directory, settings, account.zone),
    presentOwners: presentIds(directory.owners),
    currency: account.currency,
    exponent: exponentOf(account.currency),
    rates: ratesInEffect(directory, account.currency, now),
    connectedDispositions: [...settings.connectedDispositions].sort(),
    connectSeconds: settings.connectSeconds,
    positiveDispositions: [...(settings.positiveDispositions ?? [])].sort(),
    heldOutcomes: [...settings.heldOutcomes].sort(),
    salesPipelines: settings.salesPipelines ? [...settings.salesPipelines].sort() : null,
    renewalPipelines: [...settings.renewalPipelines].sort(),
    costProperty: settings.costProperty,
    contractYearsProperty: settings.contractYearsProperty,
    stagePipelines: stagePipelines(directory),
    own,
    ownersOfUsers: own.some(({ owner }) => owner?.holds === 'user') ? ownersOfUsers(directory) : {},
  }
}

/** Later pairs win: those of archived owners come first, then former ids of people who came back, then active owners. */
function ownersOfUsers({ owners }: Directory): Record<string, string> {
  const owned = (isArchived: boolean) => owners.filter((owner) => owner.isArchived === isArchived)
  const former = owners.flatMap(({ id, former = [] }) => former.map(({ userId }) => ({ id, userId })))
  const ordered = [...owned(true), ...former, ...owned(false)]
  const pairs = ordered.flatMap(({ id, userId }) => (userId === null ? [] : [[userId, id] as const]))
  return Object.fromEntries([...new Map(pairs)].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function ownerZones(directory: Directory, settings: Settings, account: Zone): Record<string, Zone> {
  const zones = directory.owners.map(
    (owner) => [owner.id, zoneOfOwner(owner, settings.teamZones, account)] as const,
  )
  const different = zones.filter(([, zone]) => zone !== account)
  return Object.fromEntries(different.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function stagePipelines({ pipelines }: Directory): Record<string, string> {
  const pairs = pipelines.flatMap((pipeline) =>
    pipeline.stages.map((stage) => [stage.id, pipeline.id] as const),
  )
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** For each currency, the rate with the latest `effectiveAt` that is not in the future. */
export function ratesInEffect(
  { exchangeRates }: Pick<Directory, 'exchangeRates'>,
  currency: string,
  now: number,
): Record<string, string> {
  const usable = exchangeRates.filter((rate) => rate.to === currency && rate.effectiveAt <= now)
  const ordered = usable.sort((a, b) => a.effectiveAt - b.effectiveAt)
  const latest = new Map(ordered.map((rate) => [rate.from, rate.rate]))
  return Object.fromEntries([...latest].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The rep for whom an owner's record counts: that owner, or the present owner if the person left and came back. */
export function repFor({ presentOwners }: RulesBody, ownerId: string): string {
  return presentOwners[ownerId] ?? ownerId
}

export function zoneOf(rules: RulesBody, ownerId: string): Zone {
  return rules.ownerZones[repFor(rules, ownerId)] ?? rules.accountZone
}

/**
 * Whether deals of the pipeline count as sales: it is one of the chosen pipelines or, if none are chosen, not a renewal
 * one.
 */
export function isSalesPipeline(rules: RulesBody, pipelineId: string | null): boolean {
  if (rules.salesPipelines) return pipelineId !== null && rules.salesPipelines.includes(pipelineId)
  return pipelineId === null || !rules.renewalPipelines.includes(pipelineId)
}

/**
 * Whether two rules make the same of every record of a type: they are the same but for the own tallies of other types.
 */
export function countsAlike(type: string, one: Rules, other: Rules): boolean {
  return whatDecides(type, one) === whatDecides(type, other)
}

function whatDecides(type: string, { number: _, own, ownersOfUsers, ...rest }: Rules): string {
  const ofType = own.filter((tally) => tally.type === type)
  const users = ofType.some(({ owner }) => owner?.holds === 'user') ? ownersOfUsers : {}
  return JSON.stringify({ ...rest, own: ofType, users })
}
