import type { Scope } from '../company/roster.ts'
import { inUnits, type Sums } from '../metrics/measure.ts'
import type { Metric } from '../metrics/metric.ts'
import { addsUpOverReps, declaredPart, type Part } from '../metrics/parts.ts'
import type { Exact } from '../numbers/exact.ts'
import { toNumber, ZERO } from '../numbers/exact.ts'
import type { ExplainedPart, PartRole } from './explanation.ts'

type Placed = readonly [Part, PartRole]

/** Every part of the formula with its exact sum, followed by the inputs those parts are computed from. */
export function explainedParts(metric: Metric, scope: Scope, sums: Sums): ExplainedPart[] {
  return placedParts(metric, scope).map(([part, role]) => {
    const value = amountOf(metric, part, sums)
    return { part, role, value: value && toNumber(value), exact: value && exactText(value) }
  })
}

/** The parts to sum up for an explanation: those of the formula and those they are computed from. */
export function partsToExplain(metric: Metric, scope: Scope): Part[] {
  return [...new Set(placedParts(metric, scope).map(([part]) => part))]
}

function placedParts(metric: Metric, scope: Scope): Placed[] {
  const formula = formulaOf(metric)
  const named = new Set(formula.map(([part]) => part))
  const inputs = new Set(formula.flatMap(([part]) => inputsOf(part, scope)))
  const others = [...inputs].filter((part) => !named.has(part))
  return [...formula, ...others.map((part) => [part, 'input'] as const)]
}

function formulaOf(metric: Metric): Placed[] {
  const as = (role: PartRole, parts: readonly Part[]) => parts.map((part) => [part, role] as const)
  switch (metric.kind) {
    case 'additive':
      return as('summand', metric.tallies)
    case 'sum':
      return [...as('summand', metric.parts), ...as('condition', conditionIn(metric))]
    case 'ratio':
      return [
        ...as('numerator', metric.numerator),
        ...as('denominator', metric.denominator),
        ...as('condition', conditionIn(metric)),
      ]
    case 'workedOut':
      return as('term', metric.parts)
  }
}

function conditionIn({ onlyWith }: { onlyWith: Part | null }): Part[] {
  return onlyWith === null ? [] : [onlyWith]
}

function inputsOf(part: Part, { kind }: Scope): readonly Part[] {
  const { inputs = [], inputsOfRep = [] } = declaredPart(part)
  return kind === 'rep' ? [...inputs, ...inputsOfRep] : inputs
}

function amountOf({ ownParts }: Metric, part: Part, sums: Sums): Exact | null {
  const amount = sums[part]
  if (amount !== undefined) return inUnits(amount, ownParts.get(part))
  return addsUpOverReps(part) ? ZERO : null
}

/** `17`, or `35/3`. */
function exactText({ n, d }: Exact): string {
  return d === 1n ? String(n) : `${n}/${d}`
}
