/** A model of the store that keeps only facts: no tallies, no incremental updates, no shortcuts. */

import type { RulesBody } from '../../src/domain/company/rules.ts'
import type { ContactFact, SyncedFact } from '../../src/domain/facts/facts.ts'
import { FIRST_RULES, type StoreEvent } from './store-events.ts'

/** What the store should contain: the latest known facts, and the rules and the time by which they count. */
export interface Model {
  facts: Map<string, SyncedFact>
  away: Set<string>
  rules: RulesBody
  now: number
}

export function emptyModel(): Model {
  return { facts: new Map(), away: new Set(), rules: FIRST_RULES, now: 0 }
}

export function applyToModel(model: Model, event: StoreEvent): void {
  switch (event.kind) {
    case 'page':
      return pageIn(model, event)
    case 'removal':
      for (const id of event.ids) model.facts.delete(`${event.type} ${id}`)
      return
    case 'forgetting':
      for (const key of model.facts.keys()) if (key.startsWith(`${event.type} `)) model.facts.delete(key)
      for (const key of model.away) if (key.startsWith(`${event.type} `)) model.away.delete(key)
      return
    case 'clock':
      model.now = Math.max(model.now, event.now)
      return
    case 'rules':
      model.rules = event.body
      return
    case 'history':
      for (const { id, entries } of event.deals) {
        const deal = model.facts.get(`deals ${id}`)
        if (deal?.type === 'deals') model.facts.set(`deals ${id}`, { ...deal, stageEntries: entries })
      }
  }
}

/**
 * Removes merged and missing records first. Then each record has its latest version; of equally late ones, the last
 * wins.
 */
function pageIn(model: Model, { type, facts, gone, merged }: Extract<StoreEvent, { kind: 'page' }>): void {
  for (const { from } of merged) model.away.add(`${type} ${from}`)
  for (const id of [...gone, ...merged.map(({ from }) => from)]) model.facts.delete(`${type} ${id}`)
  for (const fact of facts) {
    const key = `${type} ${fact.id}`
    if (model.away.has(key)) continue
    const before = model.facts.get(key)
    const isLater = !before || fact.modifiedAt >= before.modifiedAt
    model.facts.set(key, isLater ? withMemory(fact, before) : withMemory(before, fact))
  }
}

const LIFECYCLE = ['mqlAt', 'sqlAt', 'opportunityAt', 'customerAt'] as const

/** A contact keeps the earliest date that any version had; a deal keeps what was read separately. */
function withMemory(fact: SyncedFact, other: SyncedFact | undefined): SyncedFact {
  if (fact.type === 'deals' && other?.type === 'deals')
    return { ...fact, stageEntries: fact.stageEntries ?? other.stageEntries }
  if (fact.type !== 'contacts' || other?.type !== 'contacts') return fact
  const dates = LIFECYCLE.map((stage) => {
    const known = [fact[stage], other[stage]].filter((date) => date !== null)
    return [stage, known.length === 0 ? null : Math.min(...known)]
  })
  return { ...fact, ...(Object.fromEntries(dates) as Pick<ContactFact, (typeof LIFECYCLE)[number]>) }
}
