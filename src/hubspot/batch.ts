/** Reads records by their ids: those that are there, those that are not, and those that HubSpot could not give now. */
import { z } from 'zod'
import type { SkippedRecord } from '../ports/source.ts'
import { type HubSpotClient, serverTimeIn } from './client.ts'
import { GarbledAnswer } from './errors.ts'
import type { Transport } from './transport.ts'

export interface BatchRequest {
  type: string
  ids: readonly string[]
  properties: readonly string[]
  /** With any of these HubSpot takes 50 ids, else 100. */
  history?: readonly string[]
}

export interface Batch {
  /** In no promised order; an id that was merged away answers with another one. */
  records: readonly unknown[]
  /** Ids that HubSpot says it has not got. */
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

/** The errors of a batch: some records have their own although the answer is a success (207). */
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
    throw new GarbledAnswer('an answer that is no complete batch')
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

/** What HubSpot has not got is no failure; any other error must say whom it concerns. */
export function failedIn(errors: readonly BatchError[]): SkippedRecord[] {
  const others = errors.filter((error) => !isNotFound(error))
  return others.flatMap((error) => {
    const { category } = error
    const ids = idsOf(error)
    if (ids.length === 0) throw new GarbledAnswer(`a batch with an error for nobody (${category})`)
    return ids.map((id) => ({ id, reason: `HubSpot did not give it (${category})` }))
  })
}

/** The ids, each once; more than `most` is a bug of the caller's. */
export function atMost(most: number, ids: readonly string[]): string[] {
  const distinct = [...new Set(ids)]
  if (distinct.length > most) throw new Error(`HubSpot takes ${most} ids at once, not ${distinct.length}`)
  return distinct
}
