import type { SandboxExchangeRate, SandboxPipeline, SandboxStage } from './account-data.ts'
import { instantMs, type PropertyValues, toIso } from './records.ts'

/** What HubSpot needs to know about the account to compute a deal's calculated properties. */
export interface DealSetting {
  pipelines: readonly SandboxPipeline[]
  exchangeRates: readonly SandboxExchangeRate[]
  companyCurrency: string
  nowMs: number
}

/** A probability as HubSpot prints it: the exact decimal expansion of the double ("0.2000000000000000111…"). */
export function printedProbability(probability: number): string {
  return probability.toFixed(60).replace(/\.?0+$/, '')
}

/**
 * The name of a stage-date property. Its suffix is the stage id only if that consists of lower-case letters and digits.
 */
export function stageDateProperty(kind: 'entered' | 'exited', stageId: string): string {
  if (/^[a-z0-9]+$/.test(stageId)) return `hs_v2_date_${kind}_${stageId}`
  const cleaned = stageId
    .toLowerCase()
    .replaceAll('-', '_')
    .replaceAll(/[^a-z0-9_]/g, '')
  let hash = 7
  for (const character of stageId) hash = (hash * 33 + (character.codePointAt(0) ?? 0)) % 1_000_000_007
  return `hs_v2_date_${kind}_${cleaned}_${hash}`
}

function findStage(
  pipelines: readonly SandboxPipeline[],
  stageId: string | null | undefined,
): SandboxStage | undefined {
  return pipelines.flatMap((pipeline) => pipeline.stages).find((stage) => stage.id === stageId)
}

/** Units of the company currency for one unit of a currency, in effect at `nowMs`; undefined without a rate. */
function rateAt(setting: DealSetting, currency: string): number | undefined {
  if (currency === setting.companyCurrency) return 1
  return setting.exchangeRates
    .filter((rate) => rate.fromCurrencyCode === currency && instantMs(rate.effectiveAt) <= setting.nowMs)
    .sort((a, b) => instantMs(b.effectiveAt) - instantMs(a.effectiveAt))[0]?.conversionRate
}

function stageChanges(before: PropertyValues, changes: PropertyValues, setting: DealSetting): PropertyValues {
  const stage = findStage(setting.pipelines, changes['dealstage'])
  if (stage === undefined) return {}
  const now = toIso(setting.nowMs)
  const isClosed = stage.metadata['isClosed'] === 'true'
  const probability = Number(stage.metadata['probability'] ?? '0')
  const isWon = isClosed && probability > 0
  const derived: PropertyValues = {
    hs_is_closed: String(isClosed),
    hs_is_closed_won: String(isWon),
    hs_is_closed_lost: String(isClosed && !isWon),
    hs_deal_stage_probability: printedProbability(probability),
    hs_v2_date_entered_current_stage: now,
    [stageDateProperty('entered', stage.id)]: now,
  }
  const left = before['dealstage']
  if (left !== null && left !== undefined) derived[stageDateProperty('exited', left)] = now
  const keepsCloseDate =
    before['hs_is_closed'] === 'true' && before['hs_is_closed_won'] === derived['hs_is_closed_won']
  if (isClosed && !keepsCloseDate && changes['closedate'] === undefined) derived['closedate'] = now
  derived['hs_closed_won_date'] = isWon
    ? (changes['closedate'] ?? derived['closedate'] ?? before['closedate'] ?? now)
    : null
  return derived
}

function amountChanges(merged: PropertyValues, setting: DealSetting): PropertyValues {
  const amount = merged['amount']
  if (amount === null || amount === undefined || amount === '' || Number.isNaN(Number(amount))) {
    return { amount_in_home_currency: null }
  }
  const rate = rateAt(setting, merged['deal_currency_code'] ?? setting.companyCurrency)
  if (rate === undefined) return { amount_in_home_currency: null }
  const home = rate === 1 ? amount : String(Number((Number(amount) * rate).toFixed(6)))
  return { amount_in_home_currency: home, hs_exchange_rate: String(rate) }
}

/**
 * What HubSpot itself changes along with a deal: closed flags, probability and stage dates with the stage, the close
 * date on closing (but not from won to won or lost to lost), the home amount with the amount.
 */
export function derivedDealChanges(
  before: PropertyValues,
  changes: PropertyValues,
  setting: DealSetting,
): PropertyValues {
  const movesStage = changes['dealstage'] !== undefined && changes['dealstage'] !== before['dealstage']
  const derived = movesStage ? stageChanges(before, changes, setting) : {}
  const movesAmount = changes['amount'] !== undefined || changes['deal_currency_code'] !== undefined
  if (movesAmount && changes['amount_in_home_currency'] === undefined) {
    Object.assign(derived, amountChanges({ ...before, ...changes }, setting))
  }
  return derived
}
