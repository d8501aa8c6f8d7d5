import { z } from 'zod'
import { serverTimeIn } from './client.ts'
import { GarbledAnswer } from './errors.ts'

/** A page as HubSpot gave it. `after` is where the next page begins, according to HubSpot; `null` on the last one. */
export interface RawPage {
  records: readonly unknown[]
  after: string | null
  serverTime: number
}

const Page = z.object({
  results: z.array(z.unknown()),
  paging: z.object({ next: z.object({ after: z.string() }).nullish() }).nullish(),
})

/** Throws `GarbledAnswer`, so that the call is tried again: the client checks neither fields nor headers. */
export function toRawPage(answer: { headers: Record<string, string>; data: unknown }): RawPage {
  return { ...pageIn(answer.data), serverTime: serverTimeIn(answer.headers) }
}

export function pageIn(data: unknown): Omit<RawPage, 'serverTime'> {
  const page = Page.safeParse(data)
  if (!page.success) throw new GarbledAnswer('an answer that is not a page of results')
  return { records: page.data.results, after: page.data.paging?.next?.after || null }
}

const Counted = z.object({ total: z.number() })

/** How many records a search found in all, on this page and the others. */
export function totalIn({ data }: { data: unknown }): number {
  const counted = Counted.safeParse(data)
  if (!counted.success) throw new GarbledAnswer('an answer without a total')
  return counted.data.total
}

/** The records of all pages, read one page after another. */
export async function readAll(
  readPage: (after: string | undefined) => Promise<Pick<RawPage, 'records' | 'after'>>,
): Promise<unknown[]> {
  const records: unknown[] = []
  let after: string | undefined
  do {
    const page = await readPage(after)
    records.push(...page.records)
    if (page.after !== null && page.after === after) break
    after = page.after ?? undefined
  } while (after !== undefined)
  return records
}
