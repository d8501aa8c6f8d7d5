/** What texts say about own metrics. Plain data, so that stored messages can hold it. */
import { entryOf } from '../company/entries.ts'
import type { Condition, OwnMetric } from '../company/own-metrics.ts'
import { creditOf, recordsOf } from '../company/own-metrics.ts'
import type { NamedObject } from '../company/people.ts'
import { isSyncedType, type SyncedType } from '../facts/facts.ts'
import type { Family } from './metric.ts'
import type { Unit } from './unit.ts'

export interface NamedMetric {
  id: string
  /** By language; English is always there. */
  name: OwnMetric['name']
  family: Family
  unit: Unit
  formula: OwnFormula
}

/** Properties are named as HubSpot calls them for people, where that is known. */
export type OwnFormula =
  | {
      kind: 'records'
      /** `null` while it is not known which type is meant. */
      type: SyncedType | null
      object: string
      date: string
      /** The property that names who gets the credit; `null`: the record's owner. */
      credit: string | null
      /** The property that is summed up; `null`: each record counts 1. */
      property: string | null
      where: Condition[]
    }
  | { kind: 'ratio'; numerator: string[]; denominator: string[] }

/** What records count, or what a ratio is made of, in words of the account. */
export function formulaIn(metric: OwnMetric, object: NamedObject | undefined): OwnFormula {
  const records = recordsOf(metric)
  if (!records) {
    const { numerator = [], denominator = [] } = metric.ratio ?? {}
    return { kind: 'ratio', numerator, denominator }
  }
  const labelOf = (property: string) => entryOf(object?.labels ?? {}, property) ?? property
  const credit = creditOf(records)
  return {
    kind: 'records',
    type: [object?.type, records.object].find(isSynced) ?? null,
    object: object?.label ?? records.object,
    date: labelOf(records.date),
    credit: credit && labelOf(credit.property),
    property: 'property' in records ? labelOf(records.property) : null,
    where: (records.where ?? []).map((condition) => ({
      ...condition,
      property: labelOf(condition.property),
    })),
  }
}

function isSynced(type: string | null | undefined): type is SyncedType {
  return typeof type === 'string' && isSyncedType(type)
}

/** The named metrics among some ids, with those that their formulas name. */
export function namedAmong(ids: Iterable<string>, named: readonly NamedMetric[]): NamedMetric[] {
  const wanted = new Set(ids)
  for (const { id, formula } of named)
    if (wanted.has(id) && formula.kind === 'ratio')
      for (const part of [...formula.numerator, ...formula.denominator]) wanted.add(part)
  return named.filter(({ id }) => wanted.has(id))
}
