import type { FactPage } from '../ports.ts'

export interface PageReading {
  /** Where to begin; `null`: at the first page. */
  from: string | null
  request(cursor: string | null): Promise<FactPage>
  save(page: FactPage): Promise<void>
  /** Whether nothing has to be read after a page although there is more. */
  isEnough?(page: FactPage): boolean
}

/** Reads and saves page after page. While one is being saved the next one is already on its way, and never more. */
export async function readPages({ from, request, save, isEnough = () => false }: PageReading): Promise<void> {
  let page = await request(from)
  while (page.next !== null && !isEnough(page)) {
    const ahead = request(page.next)
    // When the save fails nobody waits for this page any more; its own failure is not to end the process.
    ahead.catch(() => undefined)
    await save(page)
    page = await ahead
  }
  await save(page)
}
