/** Reads which records of another type deals are linked with, many deals at once and page after page of each. */
import { z } from 'zod'
import { atMost, BatchErrors, failedIn } from './batch.ts'
import type { HubSpotClient } from './client.ts'
import { GarbledAnswer, SourceError } from './errors.ts'
import type { Transport } from './transport.ts'

const LARGEST_BATCH = 1_000

const Link = z.object({
  toObjectId: z.coerce.string(),
  associationTypes: z.array(z.object({ category: z.string(), typeId: z.number() })).catch([]),
})
export type Link = z.infer<typeof Link>

const HubSpotLinks = z.object({
  results: z.array(
    z.object({
      _from: z.object({ id: z.coerce.string() }),
      to: z.array(Link),
      paging: z.object({ next: z.object({ after: z.string() }).nullish() }).nullish(),
    }),
  ),
  errors: BatchErrors,
})
type Links = z.infer<typeof HubSpotLinks>

export interface LinkRequest {
  /** At most 1,000. */
  ids: readonly string[]
  to: 'companies' | 'calls' | 'emails' | 'meetings'
  /** Takes a page of a deal's links, and answers whether that is enough of them. */
  see(dealId: string, links: readonly Link[]): boolean
}

/** Answers with the ids of the deals whose links HubSpot gave, those without any among them. */
export type LinkReader = (request: LinkRequest) => Promise<string[]>

/** Whose links are asked for, and from where on. */
interface Input {
  id: string
  after?: string
}

export function createLinkReader(client: HubSpotClient, transport: Transport): LinkReader {
  const readLinks = (inputs: Input[], to: LinkRequest['to']) =>
    transport.call(
      { kind: 'associations', what: to },
      () => client.crm.associations.v4.batchApi.getPageWithHttpInfo('deals', to, { inputs }),
      ({ data }) => linksIn(data),
    )

  return async ({ ids, to, see }) => {
    const answered = new Set(atMost(LARGEST_BATCH, ids))
    let inputs: Input[] = [...answered].map((id) => ({ id }))
    while (inputs.length > 0) {
      const { results, errors } = await readLinks(inputs, to)
      for (const { id } of failedIn(errors)) if (id !== null) answered.delete(id)
      const asked = results.filter(({ _from }) => answered.has(_from.id))
      const unsettled = asked.filter(({ _from, to: links }) => !see(_from.id, links))
      inputs = nextInputs(unsettled, inputs, to)
    }
    return [...answered]
  }
}

function linksIn(data: unknown): Links {
  const read = HubSpotLinks.safeParse(data)
  if (!read.success) throw new GarbledAnswer('an answer that is no batch of links')
  failedIn(read.data.errors)
  return read.data
}

/** Each deal has pages of its own. */
function nextInputs(results: Links['results'], before: readonly Input[], to: string): Input[] {
  const positions = new Map(before.map(({ id, after }) => [id, after]))
  return results.flatMap(({ _from: { id }, paging }) => {
    const after = paging?.next?.after
    if (!after) return []
    if (after === positions.get(id)) throw standsStill(id, to)
    return [{ id, after }]
  })
}

function standsStill(dealId: string, to: string): SourceError {
  const message = `HubSpot gives the same ${to} of deal ${dealId} again and again. They are read again later.`
  return new SourceError('unreachable', message, { what: to, status: 200 })
}
