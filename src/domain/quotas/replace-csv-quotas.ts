/** Takes quotas of a file in among those that the settings have. */

import type { QuotaSetting } from '../company/settings.ts'
import { compare, fromDecimal, ZERO } from '../numbers/exact.ts'

/** The quotas as they stand afterwards, and what became of the imported ones. */
export interface Replacement {
  quotas: QuotaSetting[]
  added: number
  replaced: number
  unchanged: number
}

/**
 * An imported quota takes the place of what an earlier file said about the same holder, metric and days; all others stay.
 * Where it says the same again, the earlier one stays as it was, with the instant at which it was made. New ones stand
 * last, as the latest made.
 */
export function replaceCsvQuotas(
  before: readonly QuotaSetting[],
  imported: readonly QuotaSetting[],
): Replacement {
  const earlier = new Map<string, QuotaSetting[]>()
  for (const quota of before) {
    if (quota.source === 'csv') earlier.set(keyOf(quota), [...(earlier.get(keyOf(quota)) ?? []), quota])
  }
  const fresh = imported.filter((quota) => !saysTheSame(earlier.get(keyOf(quota)), quota))
  const replaced = new Set(fresh.flatMap((quota) => earlier.get(keyOf(quota)) ?? []))
  const changed = fresh.filter((quota) => earlier.has(keyOf(quota))).length
  return {
    quotas: [...before.filter((quota) => !replaced.has(quota)), ...fresh],
    added: fresh.length - changed,
    replaced: changed,
    unchanged: imported.length - fresh.length,
  }
}

/** What a file says once about a holder. */
export function keyOf({
  who,
  metric,
  from,
  to,
}: Pick<QuotaSetting, 'who' | 'metric' | 'from' | 'to'>): string {
  return `${who} ${metric} ${from} ${to}`
}

function saysTheSame(earlier: readonly QuotaSetting[] | undefined, imported: QuotaSetting): boolean {
  const [only, ...others] = earlier ?? []
  if (!only || others.length > 0) return false
  return compare(fromDecimal(only.target) ?? ZERO, fromDecimal(imported.target) ?? ZERO) === 0
}
