/** What insights need besides tallies, each read in slices. */
import type { InsightStore } from '../ports/insight-store.ts'
import { readEfforts } from './efforts.ts'
import type { Engine } from './engine.ts'
import { readOutcomes } from './outcomes.ts'
import type { KeptRules } from './rules.ts'
import { readStays } from './stays.ts'
import { byTerritory, dealTerritories } from './territories.ts'

export function createInsights(engine: Engine, rules: KeptRules): InsightStore {
  return {
    efforts: (span, basis) => readEfforts(engine, span, basis),
    stageStays: (from, to) => readStays(engine, from, to),
    byTerritory: (query) => byTerritory(engine, rules, query),
    dealTerritories: () => dealTerritories(engine.reader),
    outcomes: () => readOutcomes(engine.reader),
  }
}
