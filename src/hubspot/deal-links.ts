/** Reads which records of another type are linked to deals, for many deals at once and page by page for each. */
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
  /** Receives a page of a deal's links, and returns whether no further page is needed. */
  see(dealId: string, links: readonly Link[]): boolean
}

/** Resolves with the ids of the deals that HubSpot answered for, including those without links. */
export type LinkReader = (request: LinkRequest) => Promise<string[]>

/** The deal to read links of, and where to continue. */
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
  if (!read.success) throw new GarbledAnswer('an answer that is not a batch of links')
  failedIn(read.data.errors)
  return read.data
}

/** Each deal is paged separately. */
function nextInputs(results: Links['results'], before: readonly Input[], to: string): Input[] {
  const positions = new Map(before.map(({ id, after }) => [id, after]))
  return results.flatMap(({ _from: { id }, paging }) => {
    const after = paging?.next?.after
    if (!after) return []
    if (after === positions.get(id)) throw repeatedPage(id, to)
    return [{ id, after }]
  })
}

function repeatedPage(dealId: string, to: string): SourceError {
  const message = `HubSpot keeps returning the same page of ${to} for deal ${dealId}. They are read again later.`
  return new SourceError('unreachable', message, { what: to, status: 200 })
}
