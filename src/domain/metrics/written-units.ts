import { type Exact, exact } from '../numbers/exact.ts'
import type { Metric } from './metric.ts'

const HOUR_MS = 3_600_000n

/**
 * How many tally units are in one unit as people write it: money is written in major units, durations in hours, and
 * everything else as it is counted. `exponent`: digits of the currency's minor unit.
 */
export function writtenUnit({ unit }: Pick<Metric, 'unit'>, exponent: number): Exact {
  if (unit === 'money') return exact(10n ** BigInt(exponent))
  return unit === 'duration' ? exact(HOUR_MS) : exact(1)
}
