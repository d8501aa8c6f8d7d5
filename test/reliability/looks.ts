/**
 * The requests a sandbox received, and its records in a form that can be compared with a store: the truth, computed
 * independently.
 */
import { FACT_TYPES, type Fact, type FactType } from '../../src/domain/facts/facts.ts'
import type { Store } from '../../src/ports/store.ts'
import type { SandboxAccount } from '../../src/sandbox/hubspot/account.ts'
import type { HubSpotSandbox } from '../../src/sandbox/hubspot/hubspot-sandbox.ts'
import type { SandboxRecord } from '../../src/sandbox/hubspot/records.ts'
import type { SeenRequest } from '../../src/sandbox/hubspot/request-count.ts'

export function asked(sandbox: HubSpotSandbox, kind: SeenRequest['kind']): SeenRequest[] {
  return sandbox.requests.latest.filter((request) => request.kind === kind)
}

/** One line for each record that counts, from the account. */
export function truthOf(account: SandboxAccount): string[] {
  return FACT_TYPES.flatMap((type) =>
    [...account.table(type).held()]
      .filter(({ archived }) => !archived)
      .map((record) => line(type, record.id, recordCells(type, record))),
  ).sort()
}

/** The same lines, from a store's facts. */
export async function heldIn(store: Store): Promise<string[]> {
  const lines: string[] = []
  for (const type of FACT_TYPES) {
    for (let after: string | null = null; ; ) {
      const facts: Fact[] = await store.facts.scan(type, after, 1_000)
      for (const fact of facts) lines.push(line(type, fact.id, factCells(fact)))
      after = facts.at(-1)?.id ?? null
      if (after === null) break
    }
  }
  return lines.sort()
}

type Cell = string | number | boolean | null | undefined

function line(type: FactType, id: string, cells: readonly Cell[]): string {
  return `${type} ${id}: ${cells.map((cell) => cell ?? '-').join(' | ')}`
}

function instant(text: string | null | undefined): number | null {
  return text ? Date.parse(text) : null
}

function recordCells(type: FactType, record: SandboxRecord): Cell[] {
  const from = record.properties
  const owner = from['hubspot_owner_id'] || null
  const timestamp = instant(from['hs_timestamp'])
  switch (type) {
    case 'deals':
      return [
        owner,
        from['dealname'],
        from['pipeline'],
        from['dealstage'],
        instant(from['createdate']),
        instant(from['closedate']),
        from['hs_is_closed'] === 'true',
        from['hs_is_closed_won'] === 'true',
        from['amount'],
        companyOf(record),
        firstStages(record),
      ]
    case 'contacts':
      return [owner, instant(from['createdate']), instant(from['hs_v2_date_entered_customer'])]
    case 'calls':
      return [owner, timestamp, from['hs_call_status'], from['hs_call_duration']]
    case 'meetings':
      return [owner, timestamp, instant(from['hs_meeting_end_time']), from['hs_meeting_outcome']]
    case 'tasks':
      return [owner, timestamp, from['hs_task_status']]
    case 'emails':
      return [owner, timestamp, from['hs_email_status']]
    default:
      return [owner, timestamp]
  }
}

function companyOf({ associations }: SandboxRecord): string | null {
  const links = associations?.['companies'] ?? []
  const lowest = (list: typeof links) => list.map(({ id }) => Number(id)).sort((a, b) => a - b)[0]
  const id = lowest(links.filter(({ primary }) => primary)) ?? lowest(links)
  return id === undefined ? null : String(id)
}

/** The first entry into each stage, earliest first. */
function firstStages({ history, properties, createdAt }: SandboxRecord): string {
  const kept = history?.['dealstage'] ?? [{ value: properties['dealstage'] ?? '', timestamp: createdAt }]
  const first = new Map<string, number>()
  for (const { value, timestamp } of kept) {
    const at = Date.parse(timestamp)
    if (value !== '' && at < (first.get(value) ?? Number.POSITIVE_INFINITY)) first.set(value, at)
  }
  return stageText([...first].map(([stageId, at]) => ({ stageId, at })))
}

function stageText(entries: readonly { stageId: string; at: number }[]): string {
  return entries
    .map(({ stageId, at }) => `${at} ${stageId}`)
    .sort()
    .join(', ')
}

function factCells(fact: Fact): Cell[] {
  switch (fact.type) {
    case 'deals':
      return [
        fact.ownerId,
        fact.name,
        fact.pipelineId,
        fact.stageId,
        fact.createdAt,
        fact.closesAt,
        fact.isClosed,
        fact.isWon,
        fact.amount,
        fact.companyId,
        stageText(fact.stageEntries ?? []),
      ]
    case 'contacts':
      return [fact.ownerId, fact.createdAt, fact.customerAt]
    case 'calls':
      return [fact.ownerId, fact.at, fact.status, fact.durationMs]
    case 'meetings':
      return [fact.ownerId, fact.at, fact.endsAt, fact.outcome]
    case 'tasks':
      return [fact.ownerId, fact.at, fact.status]
    case 'emails':
      return [fact.ownerId, fact.at, fact.status]
    default:
      return [fact.ownerId, fact.at]
  }
}
