/** Expected money: what deals would bring, each times the probability that its stage has. */

import type { Pipeline } from '../company/people.ts'
import { type Exact, exact, fromDecimal, sum, times, ZERO } from '../numbers/exact.ts'

/** `money` in minor units; `null`, where there is none that is known, adds 0. `probability` is 0 to 1. */
export interface Expected {
  money: number | null
  probability: Exact
}

/** Σ money × probability, exactly. Deals of one probability are added up first: there are few of those. */
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
  /** What the text of a deal says; `null` where it cannot be read. */
  read(text: string | null): Exact | null
  /** What HubSpot gives the stage, else 0. */
  ofStage(stageId: string | null): Exact
}

const kept = new WeakMap<readonly Pipeline[], Probabilities>()

/**
 * Each text is read once for the pipelines that were read: equal probabilities are one object, which `weightedSum` makes
 * use of, also where deals come in slices.
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
