import { DateTime } from 'luxon'
import type { SandboxExchangeRate, SandboxPipeline } from '../account-data.ts'
import type { AccountState } from '../account-state.ts'
import { traitsOf } from '../account-types.ts'
import { type ObjectType, objectTypes } from '../object-types.ts'
import { instantMs } from '../records.ts'
import { notFound } from '../refusal.ts'
import { type Call, limitOf, ok, type Reply, typeAt } from './call.ts'

/** The account's details. The UTC offset is today's, and so is useless for other days. */
export function accountDetails({ state }: Call): Reply {
  const { account } = state
  const offsetMinutes = DateTime.fromMillis(state.now(), { zone: account.timeZone }).offset
  const sign = offsetMinutes < 0 ? '-' : '+'
  const hours = String(Math.floor(Math.abs(offsetMinutes) / 60)).padStart(2, '0')
  const minutes = String(Math.abs(offsetMinutes) % 60).padStart(2, '0')
  return ok({
    ...account,
    utcOffset: `${sign}${hours}:${minutes}`,
    utcOffsetMilliseconds: offsetMinutes * 60_000,
    dataHostingLocation: 'eu1',
  })
}

const epoch = '1970-01-01T00:00:00Z'

function shownPipeline(pipeline: SandboxPipeline): object {
  const stages = pipeline.stages
    .filter((stage) => !stage.archived)
    .map((stage) => ({
      ...stage,
      createdAt: epoch,
      updatedAt: epoch,
      writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
    }))
  return { ...pipeline, stages, createdAt: epoch, updatedAt: epoch }
}

/** All pipelines of a type with their stages, but without deleted stages. */
export function listPipelines(call: Call): Reply {
  const pipelines = call.state.pipelines[typeAt(call, 0)] ?? []
  return ok({ results: pipelines.filter((pipeline) => !pipeline.archived).map(shownPipeline) })
}

export function getPipeline(call: Call): Reply {
  const pipelines = call.state.pipelines[typeAt(call, 0)] ?? []
  const pipeline = pipelines.find((candidate) => candidate.id === call.parts[1])
  if (pipeline === undefined) throw notFound('Pipeline not found')
  return ok(shownPipeline(pipeline))
}

function shownRate(rate: SandboxExchangeRate): object {
  return { ...rate, createdAt: rate.effectiveAt, updatedAt: rate.effectiveAt }
}

/** Every rate that was ever set, a hundred per page. */
export function listExchangeRates({ state, query }: Call): Reply {
  const limit = limitOf(query, { fallback: 100, max: 100 })
  const start = Number(query.get('after') ?? '0')
  const results = state.exchangeRates.slice(start, start + limit).map(shownRate)
  if (start + limit >= state.exchangeRates.length) return ok({ results })
  return ok({ results, paging: { next: { after: String(start + limit) } } })
}

/** The rates in effect now, one for each currency. */
export function currentExchangeRates({ state }: Call): Reply {
  const latest = new Map<string, SandboxExchangeRate>()
  for (const rate of state.exchangeRates) {
    const at = instantMs(rate.effectiveAt)
    const known = latest.get(rate.fromCurrencyCode)
    if (at <= state.now() && (known === undefined || at >= instantMs(known.effectiveAt))) {
      latest.set(rate.fromCurrencyCode, rate)
    }
  }
  return ok({ results: [...latest.values()].map(shownRate) })
}

export function companyCurrency({ state }: Call): Reply {
  return ok({ currencyCode: state.account.companyCurrency, currencyName: state.account.companyCurrency })
}

const recordsMax = { standard: 15_000_000, custom: 1_500_000 }

function usageOf(state: AccountState, type: ObjectType, limit: number) {
  const usage = state.table(type).size(false)
  return { objectTypeId: traitsOf(state, type).typeId, usage, limit, percentage: (usage / limit) * 100 }
}

/** How many records of each type there are: all types in one answer. */
export function recordLimits({ state }: Call): Reply {
  const { standard, custom } = recordsMax
  const own = state.schemas.map(({ objectTypeId, labels }) => ({
    ...usageOf(state, objectTypeId, custom),
    singularLabel: labels.singular,
    pluralLabel: labels.plural,
  }))
  const overallUsage = own.reduce((sum, { usage }) => sum + usage, 0)
  return ok({
    hubspotDefinedObjectTypes: objectTypes.map((type) => {
      const { singular, plural } = traitsOf(state, type)
      return { ...usageOf(state, type, standard), singularLabel: singular, pluralLabel: plural }
    }),
    customObjectTypes: {
      overallLimit: custom,
      overallUsage,
      overallPercentage: (overallUsage / custom) * 100,
      byObjectType: own,
    },
  })
}
