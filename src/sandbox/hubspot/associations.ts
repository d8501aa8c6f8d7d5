import type { AccountState } from './account-state.ts'
import { traitsOf } from './account-types.ts'
import type { ObjectType } from './object-types.ts'
import type { AssociationLink, SandboxRecord } from './records.ts'

export interface TypePair {
  from: ObjectType
  to: ObjectType
}

export interface AssociationType {
  category: 'HUBSPOT_DEFINED'
  typeId: number
  label: string | null
}

interface PairIds {
  plain: number
  primary?: number
}

const typeIds: Record<string, PairIds> = {
  'calls>contacts': { plain: 194 },
  'calls>companies': { plain: 182 },
  'calls>deals': { plain: 206 },
  'emails>contacts': { plain: 198 },
  'emails>companies': { plain: 186 },
  'emails>deals': { plain: 210 },
  'meetings>contacts': { plain: 200 },
  'meetings>companies': { plain: 188 },
  'meetings>deals': { plain: 212 },
  'notes>contacts': { plain: 202 },
  'notes>companies': { plain: 190 },
  'notes>deals': { plain: 214 },
  'tasks>contacts': { plain: 204 },
  'tasks>companies': { plain: 192 },
  'tasks>deals': { plain: 216 },
  'communications>contacts': { plain: 81 },
  'communications>companies': { plain: 87 },
  'communications>deals': { plain: 85 },
  'deals>contacts': { plain: 3 },
  'contacts>deals': { plain: 4 },
  'deals>companies': { plain: 341, primary: 5 },
  'companies>deals': { plain: 342, primary: 6 },
  'contacts>companies': { plain: 279, primary: 1 },
  'companies>contacts': { plain: 280, primary: 2 },
  'goal_targets>deals': { plain: 1356 },
  'deals>goal_targets': { plain: 1357 },
}

/** The type ids of an ordered pair. The id for the reverse direction of an activity's link is one lower. */
export function pairIds({ from, to }: TypePair): PairIds {
  const known = typeIds[`${from}>${to}`]
  if (known !== undefined) return known
  const back = typeIds[`${to}>${from}`]
  return { plain: back === undefined ? 449 : back.plain - 1 }
}

export function associationTypes(pair: TypePair, link: AssociationLink): AssociationType[] {
  const { plain, primary } = pairIds(pair)
  const unlabelled: AssociationType = { category: 'HUBSPOT_DEFINED', typeId: plain, label: null }
  if (link.primary !== true || primary === undefined) return [unlabelled]
  return [{ category: 'HUBSPOT_DEFINED', typeId: primary, label: 'Primary' }, unlabelled]
}

type Reverse = Map<string, AssociationLink[]>

const reverses = new WeakMap<AccountState, Map<string, { version: number; links: Reverse }>>()

function buildReverse(state: AccountState, { from, to }: TypePair): Reverse {
  const links: Reverse = new Map()
  for (const record of state.table(to).held()) {
    if (record.archived) continue
    for (const link of record.associations?.[from] ?? []) {
      const id = state.find(from, link.id)?.id ?? link.id
      const known = links.get(id)
      const back = link.primary === true ? { id: record.id, primary: true } : { id: record.id }
      if (known === undefined) links.set(id, [back])
      else known.push(back)
    }
  }
  return links
}

function reverseOf(state: AccountState, pair: TypePair): Reverse {
  const kept = reverses.get(state) ?? new Map()
  reverses.set(state, kept)
  const key = `${pair.from}>${pair.to}`
  const version = state.table(pair.to).version()
  const found = kept.get(key)
  if (found?.version === version) return found.links
  const links = buildReverse(state, pair)
  kept.set(key, { version, links })
  return links
}

/** The live records of another type that a record is linked to. */
export function linksOfRecord(
  state: AccountState,
  { from, to, record }: TypePair & { record: SandboxRecord },
): AssociationLink[] {
  const back = reverseOf(state, { from, to }).get(record.id)
  const own = record.associations?.[to]
  if (back === undefined && own === undefined) return []
  const byId = new Map<string, AssociationLink>()
  for (const link of [...(back ?? []), ...(own ?? [])]) {
    const target = state.find(to, link.id)
    if (target === undefined || target.archived) continue
    byId.set(target.id, link.primary === true ? { id: target.id, primary: true } : { id: target.id })
  }
  return [...byId.values()]
}

/** The same by id; empty for an id that was merged away. */
export function linksOf(
  state: AccountState,
  { type, id, to }: { type: ObjectType; id: string; to: ObjectType },
): AssociationLink[] {
  const record = state.table(type).find(id)
  return record === undefined ? [] : linksOfRecord(state, { from: type, to, record })
}

const inlineLimit = 100

/** Links as they appear inside a record: at most a hundred, with a paging link to the rest. */
export function inlineLinks(state: AccountState, pair: TypePair, links: readonly AssociationLink[]): object {
  const name = `${traitsOf(state, pair.from).singular}_to_${traitsOf(state, pair.to).singular}`
  const hasPrimary = pairIds(pair).primary !== undefined
  const page = links.slice(0, inlineLimit)
  const results = page.flatMap((link) => {
    const unlabelled = { id: link.id, type: hasPrimary ? `${name}_unlabeled` : name }
    return link.primary === true ? [{ id: link.id, type: name }, unlabelled] : [unlabelled]
  })
  const next = links[inlineLimit]
  return next === undefined ? { results } : { results, paging: { next: { after: next.id } } }
}
