/** Expected money: the amounts of deals, each multiplied by its probability. */

import type { Pipeline } from '../company/people.ts'
import { type Exact, exact, fromDecimal, sum, times, ZERO } from '../numbers/exact.ts'

/** `money` is in minor units; `null` (no known amount) adds 0. `probability` is 0 to 1. */
export interface Expected {
  money: number | null
  probability: Exact
}

/** Σ money × probability, exactly. Deals are first added up by probability, because there are few distinct ones. */
export function weightedSum(deals: Iterable<Expected>): Exact {
  const moneyBy = new Map<Exact, number>()
  for (const { money, probability } of deals) {
    moneyBy.set(probability, (moneyBy.get(probability) ?? 0) + (money ?? 0))
  }
  return sum([...moneyBy].map(([probability, money]) => times(exact(money), probability)))
}

export function moneySum(deals: Iterable<Pick<Expected, 'money'>>): number {
  let total = 0
  for (const { money } of deals) total += money ?? 0
  return total
}

export interface Probabilities {
  /** Parses the probability text of a deal; `null` if it cannot be read. */
  read(text: string | null): Exact | null
  /** The probability that HubSpot gives the stage, otherwise 0. */
  ofStage(stageId: string | null): Exact
}

const kept = new WeakMap<readonly Pipeline[], Probabilities>()

/**
 * Each text is parsed once per list of pipelines, so equal probabilities are the same object. `weightedSum` relies on
 * this to group them, even if deals come in slices.
 */
export function probabilitiesOf(pipelines: readonly Pipeline[]): Probabilities {
  const probabilities = kept.get(pipelines) ?? createProbabilities(pipelines)
  kept.set(pipelines, probabilities)
  return probabilities
}

function createProbabilities(pipelines: readonly Pipeline[]): Probabilities {
  const known = new Map<string, Exact | null>()
  const read = (text: string | null) => {
    if (text === null) return null
    const before = known.get(text)
    if (before !== undefined) return before
    const probability = fromDecimal(text)
    known.set(text, probability)
    return probability
  }
  const stages = pipelines.flatMap((pipeline) => pipeline.stages)
  const byStage = new Map(stages.map((stage) => [stage.id, read(stage.probability) ?? ZERO]))
  return { read, ofStage: (stageId) => byStage.get(stageId ?? '') ?? ZERO }
}
