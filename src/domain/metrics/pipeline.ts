/** Pipeline: the current state of open deals. */
import { compare, minus, over, ZERO } from '../numbers/exact.ts'
import { ratio, sumOf, workedOut } from './metric.ts'

export const PIPELINE = [
  sumOf({
    id: 'pipeline_deals',
    family: 'P',
    unit: 'count',
    parts: ['open_deals'],
  }),
  sumOf({
    id: 'pipeline_value',
    family: 'P',
    unit: 'money',
    parts: ['open_value'],
  }),
  /** Money of open deals, each multiplied by its probability. */
  sumOf({
    id: 'pipeline_weighted',
    family: 'P',
    unit: 'money',
    parts: ['open_weighted'],
  }),
  ratio({
    id: 'average_open_deal',
    family: 'P',
    unit: 'money',
    minimumSample: 3,
    numerator: ['open_value'],
    denominator: ['open_deals'],
  }),
  /**
   * Money of open deals due in the remainder of the period over what is still missing to the target. No value without a
   * target or once it is met; 0 if the period ended without meeting it.
   */
  workedOut({
    id: 'pipeline_coverage',
    family: 'P',
    unit: 'ratio',
    needs: ['target', 'unmetTarget'],
    parts: ['due_value', 'target', 'revenue'],
    work(part) {
      const [due, target, actual] = [part('due_value') ?? ZERO, part('target'), part('revenue') ?? ZERO]
      const missing = target && minus(target, actual)
      const gap = missing && compare(missing, ZERO) > 0 ? missing : ZERO
      return { value: over(due, gap), numerator: due, denominator: gap }
    },
  }),
  /** Open deals that are past their close date, or open for more than twice the usual sales cycle. */
  sumOf({
    id: 'stalled_deals',
    family: 'P',
    unit: 'count',
    better: 'down',
    parts: ['stalled_deals'],
  }),
]
