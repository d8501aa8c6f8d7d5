import { DateTime } from 'luxon'
import type { SandboxExchangeRate, SandboxPipeline } from '../account-data.ts'
import { objectTypes, objectTypeTraits } from '../object-types.ts'
import { type PropertyDefinition, propertyCatalogue } from '../property-catalogue.ts'
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

function shownProperty(definition: PropertyDefinition): object {
  return {
    name: definition.name,
    label: definition.label,
    type: definition.type,
    fieldType: definition.type === 'enumeration' ? 'select' : 'text',
    groupName: 'information',
    description: '',
    options: definition.options.map((option, displayOrder) => ({
      ...option,
      displayOrder,
      hidden: false,
    })),
    calculated: definition.isCalculated,
    archived: false,
    hubspotDefined: definition.name.startsWith('hs_'),
    hasUniqueValue: false,
    hidden: false,
    formField: false,
  }
}

export function listProperties(call: Call): Reply {
  if (call.query.get('archived') === 'true') return ok({ results: [] })
  const catalogue = propertyCatalogue(call.state, typeAt(call, 0))
  return ok({ results: [...catalogue.values()].map(shownProperty) })
}

export function getProperty(call: Call): Reply {
  const definition = propertyCatalogue(call.state, typeAt(call, 0)).get(call.parts[1] ?? '')
  if (definition === undefined) throw notFound('Property not found')
  return ok(shownProperty(definition))
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

/** How many records of each type there are: all types in one answer. */
export function recordLimits({ state }: Call): Reply {
  const limit = 15_000_000
  return ok({
    hubspotDefinedObjectTypes: objectTypes.map((type) => {
      const usage = state.table(type).size(false)
      return {
        objectTypeId: objectTypeTraits[type].typeId,
        singularLabel: objectTypeTraits[type].singular,
        pluralLabel: type,
        usage,
        limit,
        percentage: (usage / limit) * 100,
      }
    }),
    customObjectTypes: { overallLimit: 0, overallUsage: 0, overallPercentage: 0, byObjectType: [] },
  })
}
