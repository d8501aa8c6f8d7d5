import type { SyncedFact } from '../../domain/facts/facts.ts'
import type { FactPage, Merge, SkippedRecord } from '../../ports/source.ts'
import { UnreadableRecord } from '../errors.ts'
import { idIn } from '../values.ts'
import { mergedIdsIn } from './merged-ids.ts'
import { type RecordType, rawId } from './record.ts'

/** The facts in records, each once in its newest state. Records that cannot be read are listed and left out. */
export function readRecords(
  records: readonly unknown[],
  recordType: RecordType,
): Pick<FactPage, 'facts' | 'skipped' | 'merges'> {
  const facts = new Map<string, SyncedFact>()
  const skipped: SkippedRecord[] = []
  for (const record of records) {
    try {
      const fact = recordType.toFact(record)
      const same = facts.get(fact.id)
      if (!same || same.modifiedAt <= fact.modifiedAt) facts.set(fact.id, fact)
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error
      skipped.push({ id: rawId(record), reason: error.message })
    }
  }
  return { facts: [...facts.values()], skipped, merges: mergesIn(records) }
}

/** The merges that records report, each once. A record that is itself returned was not merged away. */
function mergesIn(records: readonly unknown[]): Merge[] {
  const merges = new Map<string, Merge>()
  for (const record of records) {
    const merged = mergedIdsIn(record)
    const into = merged.length === 0 ? null : idIn(rawId(record))
    if (into !== null) for (const from of merged) merges.set(`${from} ${into}`, { from, into })
  }
  if (merges.size === 0) return []
  const present = new Set(records.map(rawId))
  return [...merges.values()].filter(({ from }) => !present.has(from))
}
