/** Reads the object types that the account defined itself, at most hourly. */
import { z } from 'zod'
import type { Clock } from '../ports/clock.ts'
import type { SourceObjectType } from '../ports/object-catalogue.ts'
import type { HubSpotClient } from './client.ts'
import { readHourly } from './hourly.ts'
import { pageIn } from './raw-page.ts'
import type { Transport } from './transport.ts'
import { nameIn } from './values.ts'

export interface OwnType {
  type: SourceObjectType
  /** Every name that it answers to. */
  names: readonly string[]
}

const Schema = z.object({
  objectTypeId: z.string(),
  name: z.string(),
  fullyQualifiedName: z.string().nullish().catch(null),
  labels: z.object({ plural: z.string().nullish() }).catch({}),
})

export function createOwnTypeReader(
  client: HubSpotClient,
  transport: Transport,
  clock: Clock,
): () => Promise<readonly OwnType[]> {
  const read = readHourly(clock, async (what) => {
    const { records } = await transport.call(
      { kind: 'general', what },
      () => client.crm.schemas.coreApi.getAllWithHttpInfo(false),
      ({ data }) => pageIn(data),
    )
    return records.flatMap(toOwnType)
  })
  return () => read('schemas')
}

function toOwnType(record: unknown): OwnType[] {
  const read = Schema.safeParse(record)
  if (!read.success) return []
  const { objectTypeId: id, name: plain, fullyQualifiedName, labels } = read.data
  const name = fullyQualifiedName ?? plain
  const type = { id, name, label: nameIn(labels.plural) ?? plain }
  return [{ type, names: [id, name, plain, `p_${plain}`] }]
}
