/** Reads the deal pipelines and their stages. */
import { z } from 'zod'
import type { Pipeline, Stage } from '../domain/company/people.ts'
import type { Source } from '../ports/source.ts'
import type { HubSpotClient } from './client.ts'
import { pageIn } from './raw-page.ts'
import type { Transport } from './transport.ts'
import { booleanIn, textIn } from './values.ts'

const order = z.number().catch(0)
const isArchived = z.boolean().catch(false)

const HubSpotStage = z.object({
  id: z.string(),
  label: z.string().nullish(),
  displayOrder: order,
  archived: isArchived,
  metadata: z.object({ isClosed: z.string().nullish(), probability: z.string().nullish() }).catch({}),
})

const HubSpotPipeline = z.object({
  id: z.string(),
  label: z.string().nullish(),
  displayOrder: order,
  archived: isArchived,
  stages: z.array(z.unknown()).catch([]),
})

export function createPipelineReader(client: HubSpotClient, transport: Transport): Source['pipelines'] {
  const { pipelinesApi } = client.crm.pipelines
  return async () => {
    const { records } = await transport.call(
      { kind: 'general', what: 'pipelines' },
      () => pipelinesApi.getAllWithHttpInfo('deals'),
      ({ data }) => pageIn(data),
    )
    return records.flatMap(toPipeline)
  }
}

function toPipeline(record: unknown): Pipeline[] {
  const read = HubSpotPipeline.safeParse(record)
  if (!read.success || read.data.archived) return []
  const { id, label, displayOrder, stages } = read.data
  return [{ id, label: textIn(label) ?? id, order: displayOrder, stages: stages.flatMap(toStage) }]
}

/** HubSpot gives all metadata as strings. */
function toStage(record: unknown): Stage[] {
  const read = HubSpotStage.safeParse(record)
  if (!read.success || read.data.archived) return []
  const { id, label, displayOrder, metadata } = read.data
  return [
    {
      id,
      label: textIn(label) ?? id,
      order: displayOrder,
      isClosed: booleanIn(metadata.isClosed),
      probability: textIn(metadata.probability),
    },
  ]
}
