import { z } from 'zod'
import type { DealFact } from '../../domain/facts/facts.ts'
import type { NamedProperties } from '../../ports/source.ts'
import { booleanIn, instantIn, nameIn, textIn, type Value } from '../values.ts'
import {
  modifiedAtOf,
  ownerIn,
  type ReadableRecord,
  type RecordType,
  readRecord,
  recordParts,
  value,
} from './record.ts'

const shape = {
  hubspot_owner_id: value,
  hs_lastmodifieddate: value,
  dealname: value,
  pipeline: value,
  dealstage: value,
  createdate: value,
  closedate: value,
  hs_is_closed: value,
  hs_is_closed_won: value,
  amount: value,
  amount_in_home_currency: value,
  deal_currency_code: value,
  hs_deal_stage_probability: value,
  hs_manual_forecast_category: value,
  hs_arr: value,
  hs_mrr: value,
  hs_merged_object_ids: value,
}

type DealProperties = z.infer<z.ZodObject<typeof shape>> & Record<string, Value>

function toDealFact(
  record: ReadableRecord<DealProperties>,
  { cost, contractYears, territory }: NamedProperties,
): DealFact {
  const from = record.properties
  return {
    type: 'deals',
    id: record.id,
    ...ownerIn(from.hubspot_owner_id),
    modifiedAt: modifiedAtOf(from.hs_lastmodifieddate, record),
    name: nameIn(from.dealname),
    pipelineId: textIn(from.pipeline),
    stageId: textIn(from.dealstage),
    createdAt: instantIn(from.createdate),
    closesAt: instantIn(from.closedate),
    isClosed: booleanIn(from.hs_is_closed),
    isWon: booleanIn(from.hs_is_closed_won),
    amount: textIn(from.amount),
    homeAmount: textIn(from.amount_in_home_currency),
    currency: textIn(from.deal_currency_code),
    probability: textIn(from.hs_deal_stage_probability),
    forecastCategory: textIn(from.hs_manual_forecast_category),
    arr: textIn(from.hs_arr),
    mrr: textIn(from.hs_mrr),
    cost: cost === null ? null : textIn(from[cost]),
    contractYears: contractYears === null ? null : textIn(from[contractYears]),
    territory: territory === null ? null : nameIn(from[territory]),
    companyId: null,
    stageEntries: null,
  }
}

/** Deals with the properties that the settings name. */
export function dealsWith(named: NamedProperties): RecordType {
  const names = [named.cost, named.contractYears, named.territory].filter((name) => name !== null)
  const properties = z.object({ ...Object.fromEntries(names.map((name) => [name, value])), ...shape })
  const HubSpotDeal = z.object({ ...recordParts, properties })
  return {
    type: 'deals',
    properties: Object.keys(properties.shape),
    stamp: 'hs_lastmodifieddate',
    toFact: (record) => toDealFact(readRecord(HubSpotDeal, record), named),
  }
}
