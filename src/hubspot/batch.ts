/** Reads records by id, and says which ids do not exist and which HubSpot failed to return. */
import { z } from 'zod'
import type { SkippedRecord } from '../ports/source.ts'
import { type HubSpotClient, serverTimeIn } from './client.ts'
import { GarbledAnswer } from './errors.ts'
import type { Transport } from './transport.ts'

export interface BatchRequest {
  type: string
  ids: readonly string[]
  properties: readonly string[]
  /** Properties to read with their history. HubSpot takes 50 ids at once with any of them, 100 without. */
  history?: readonly string[]
}

export interface Batch {
  /** In no particular order; for an id that was merged away HubSpot returns the record it was merged into. */
  records: readonly unknown[]
  /** Ids that HubSpot says do not exist. */
  missing: readonly string[]
  failed: readonly SkippedRecord[]
  serverTime: number
}

export type BatchReader = (request: BatchRequest) => Promise<Batch>

const BatchError = z.object({
  category: z.string().nullish().catch(null),
  context: z.record(z.string(), z.array(z.coerce.string())).catch({}),
})
type BatchError = z.infer<typeof BatchError>

/** The errors of a batch: single records can fail although the answer is a success (207). */
export const BatchErrors = z
  .array(BatchError.catch({ category: null, context: {} }))
  .nullish()
  .transform((errors) => errors ?? [])

const HubSpotBatch = z.object({
  status: z.string().nullish(),
  results: z.array(z.unknown()),
  errors: BatchErrors,
})

export function createBatchReader(client: HubSpotClient, transport: Transport): BatchReader {
  return ({ type, ids, properties, history = [] }) => {
    const request = {
      inputs: ids.map((id) => ({ id })),
      properties: [...properties],
      propertiesWithHistory: [...history],
    }
    return transport.call({ kind: 'general', what: type }, () => client.objects.read(type, request), toBatch)
  }
}

function toBatch({ headers, data }: { headers: Record<string, string>; data: unknown }): Batch {
  const read = HubSpotBatch.safeParse(data)
  if (!read.success || (read.data.status ?? 'COMPLETE') !== 'COMPLETE') {
    throw new GarbledAnswer('an incomplete batch')
  }
  const { results, errors } = read.data
  return {
    records: results,
    missing: errors.filter(isNotFound).flatMap(idsOf),
    failed: failedIn(errors),
    serverTime: serverTimeIn(headers),
  }
}

function isNotFound({ category }: BatchError): boolean {
  return !category || category === 'OBJECT_NOT_FOUND'
}

function idsOf({ context }: BatchError): string[] {
  return context['ids'] ?? context['fromObjectId'] ?? []
}

/** The records that HubSpot failed to return. A missing record is not a failure; any other error must name its ids. */
export function failedIn(errors: readonly BatchError[]): SkippedRecord[] {
  const others = errors.filter((error) => !isNotFound(error))
  return others.flatMap((error) => {
    const { category } = error
    const ids = idsOf(error)
    if (ids.length === 0) throw new GarbledAnswer(`a batch with an error that names no id (${category})`)
    return ids.map((id) => ({ id, reason: `HubSpot did not return it (${category})` }))
  })
}

/** The ids, each once; more than `most` is a bug in the caller. */
export function atMost(most: number, ids: readonly string[]): string[] {
  const distinct = [...new Set(ids)]
  if (distinct.length > most) throw new Error(`HubSpot takes ${most} ids at once, not ${distinct.length}`)
  return distinct
}
