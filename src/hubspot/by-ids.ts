/** Reads records that are already stored, by id, to learn which of them were changed, merged or removed. */
import { z } from 'zod'
import type { SyncedType } from '../domain/facts/facts.ts'
import type { Merge, NamedProperties, RecordsById, Source } from '../ports/source.ts'
import { atMost, type Batch, type BatchReader } from './batch.ts'
import type { RecordTypeOf } from './record-type-of.ts'
import { readRecords } from './records/read-records.ts'
import { type RecordType, rawId } from './records/record.ts'
import { idIn } from './values.ts'

const LARGEST_BATCH = 100

const Archived = z.object({ archived: z.literal(true) })

export function createIdReader(readBatch: BatchReader, recordTypeOf: RecordTypeOf): Source['readByIds'] {
  async function readByIds(
    type: SyncedType,
    ids: readonly string[],
    named?: NamedProperties,
  ): Promise<RecordsById> {
    const asked = atMost(LARGEST_BATCH, ids)
    if (asked.length === 0) throw new Error('no ids to read, so HubSpot gives no server time')
    const recordType = await recordTypeOf(type, named)
    const batch = await readBatch({ type, ids: asked, properties: recordType.properties })
    const { held, unexplained } = sort(asked, batch, recordType)
    // With one id at a time it is clear which id each record answers.
    const alone = await Promise.all(unexplained.map((id) => readByIds(type, [id], named)))
    return alone.reduce(joined, held)
  }
  return readByIds
}

/** What became of each id. Ids are unexplained if several of them could be the one that returned another record. */
function sort(
  asked: readonly string[],
  batch: Batch,
  recordType: RecordType,
): { held: RecordsById; unexplained: string[] } {
  const records = batch.records.filter((record) => !Archived.safeParse(record).success)
  const { facts, skipped, merges } = readRecords(records, recordType)
  const answered = records.map((record) => idIn(rawId(record)))
  const known = new Set([...answered, ...batch.failed.map(({ id }) => id), ...merges.map(({ from }) => from)])
  const missing = new Set(batch.missing.filter((id) => !known.has(id)))
  const silent = asked.filter((id) => !known.has(id) && !missing.has(id))
  const strangers = strangersAmong(answered, asked, merges)
  const held = {
    facts,
    skipped: [...skipped, ...batch.failed],
    gone: [...missing],
    merges,
    serverTime: batch.serverTime,
  }
  const [into, ...more] = strangers
  // A record without a readable id may be any of the silent ones.
  if (answered.includes(null)) return { held, unexplained: [] }
  if (into === undefined) return { held: { ...held, gone: [...missing, ...silent] }, unexplained: [] }
  const [from, ...others] = silent
  if (from !== undefined && others.length === 0 && more.length === 0) {
    return { held: { ...held, merges: [...merges, { from, into }] }, unexplained: [] }
  }
  return { held, unexplained: asked.length > 1 ? silent : [] }
}

/** Ids that were returned without being asked for, and that do not say which of the asked ids they replace. */
function strangersAmong(
  answered: readonly (string | null)[],
  asked: readonly string[],
  merges: readonly Merge[],
): string[] {
  const explained = new Set(merges.filter(({ from }) => asked.includes(from)).map(({ into }) => into))
  const ids = new Set(answered.filter((id) => id !== null))
  return [...ids].filter((id) => !asked.includes(id) && !explained.has(id))
}

function joined(one: RecordsById, other: RecordsById): RecordsById {
  const known = new Set(one.facts.map(({ id }) => id))
  const knownMerges = new Set(one.merges.map(({ from, into }) => `${from} ${into}`))
  return {
    facts: [...one.facts, ...other.facts.filter(({ id }) => !known.has(id))],
    skipped: [...one.skipped, ...other.skipped],
    gone: [...one.gone, ...other.gone],
    merges: [...one.merges, ...other.merges.filter(({ from, into }) => !knownMerges.has(`${from} ${into}`))],
    serverTime: one.serverTime,
  }
}
