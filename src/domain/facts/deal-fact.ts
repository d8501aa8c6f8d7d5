import type { FactBase } from './object-type.ts'

/**
 * A deal. Amounts are HubSpot's raw texts (`null` when blank), in `currency` or the company's (`homeAmount`);
 * `arr` and `mrr` are in the deal's currency; `probability` is 0 to 1 as text.
 */
export interface DealFact extends FactBase {
  type: 'deals'
  name: string | null
  pipelineId: string | null
  stageId: string | null
  createdAt: number | null
  closesAt: number | null
  isClosed: boolean
  isWon: boolean
  amount: string | null
  homeAmount: string | null
  currency: string | null
  probability: string | null
  forecastCategory: string | null
  arr: string | null
  mrr: string | null
  /** Texts of the properties that the settings name. */
  cost: string | null
  contractYears: string | null
  territory: string | null
  /** Read separately from the record; `null`: not read yet, or no company. */
  companyId: string | null
  /** The first entry into each stage, read separately from the record; `null`: not read yet. */
  stageEntries: StageEntry[] | null
}

export interface StageEntry {
  stageId: string
  at: number
}
