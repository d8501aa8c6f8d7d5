/** Reads the company that each deal belongs to. */
import { z } from 'zod'
import type { Source } from '../ports.ts'
import { atMost, BatchErrors, failedIn } from './batch.ts'
import type { HubSpotClient } from './client.ts'
import { GarbledAnswer, SourceError } from './errors.ts'
import type { Transport } from './transport.ts'
import { idIn } from './values.ts'

const LARGEST_BATCH = 1_000

/** HubSpot's own type of the link to a deal's primary company. */
const PRIMARY_TYPE_ID = 5

const Link = z.object({
  toObjectId: z.coerce.string(),
  associationTypes: z.array(z.object({ category: z.string(), typeId: z.number() })).catch([]),
})

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

/** Whose links are asked for, and from where on. */
interface Input {
  id: string
  after?: string
}

/** A deal whose links HubSpot could not give is left out. */
export function createDealCompanyReader(
  client: HubSpotClient,
  transport: Transport,
): Source['dealCompanies'] {
  const readLinks = (inputs: Input[]) =>
    transport.call(
      { kind: 'associations', what: 'companies' },
      () => client.crm.associations.v4.batchApi.getPageWithHttpInfo('deals', 'companies', { inputs }),
      ({ data }) => linksIn(data),
    )

  return async (ids) => {
    const asked = atMost(LARGEST_BATCH, ids)
    const choices = new Map(asked.map((id): [string, Choice] => [id, { lowest: null, primary: null }]))
    let inputs: Input[] = asked.map((id) => ({ id }))
    while (inputs.length > 0) {
      const { results, errors } = await readLinks(inputs)
      for (const { id } of failedIn(errors)) if (id !== null) choices.delete(id)
      for (const { _from, to } of results) {
        const choice = choices.get(_from.id)
        if (choice) choose(choice, to)
      }
      inputs = nextInputs(results, inputs).filter(({ id }) => choices.get(id)?.primary === null)
    }
    return [...choices].map(([dealId, { primary, lowest }]) => ({ dealId, companyId: primary ?? lowest }))
  }
}

type Links = z.infer<typeof HubSpotLinks>

function linksIn(data: unknown): Links {
  const read = HubSpotLinks.safeParse(data)
  if (!read.success) throw new GarbledAnswer('an answer that is no batch of links')
  failedIn(read.data.errors)
  return read.data
}

interface Choice {
  primary: string | null
  lowest: string | null
}

function choose(choice: Choice, links: Links['results'][number]['to']): void {
  for (const { toObjectId, associationTypes } of links) {
    const id = idIn(toObjectId)
    if (id === null) continue
    choice.lowest = lowerOf(choice.lowest, id)
    if (associationTypes.some(isPrimary)) choice.primary = lowerOf(choice.primary, id)
  }
}

function isPrimary({ category, typeId }: { category: string; typeId: number }): boolean {
  return category === 'HUBSPOT_DEFINED' && typeId === PRIMARY_TYPE_ID
}

function lowerOf(one: string | null, other: string): string {
  return one !== null && Number(one) <= Number(other) ? one : other
}

/** Each deal has pages of its own. */
function nextInputs(results: Links['results'], before: readonly Input[]): Input[] {
  const positions = new Map(before.map(({ id, after }) => [id, after]))
  return results.flatMap(({ _from: { id }, paging }) => {
    const after = paging?.next?.after
    if (!after) return []
    if (after === positions.get(id)) throw standsStill(id)
    return [{ id, after }]
  })
}

function standsStill(dealId: string): SourceError {
  const message = `HubSpot gives the same companies of deal ${dealId} again and again. They are read again later.`
  return new SourceError('unreachable', message, { what: 'companies', status: 200 })
}
