/** Merges the quotas of an imported file into those of the settings. */

import type { QuotaSetting } from '../company/settings.ts'
import { compare, fromDecimal, ZERO } from '../numbers/exact.ts'

/** The quotas after the import, and how many imported ones were added, replaced others or changed nothing. */
export interface Replacement {
  quotas: QuotaSetting[]
  added: number
  replaced: number
  unchanged: number
}

/**
 * An imported quota replaces what an earlier file said about the same holder, metric and days. All others stay. If it
 * has the same target again, the earlier one stays, with the instant at which it was made. New ones go last, as the
 * latest made.
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

/** The key under which a file can have only one quota. */
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
