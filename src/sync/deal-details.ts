/** Details of deals: tracked changes and companies, for each deal modified since its details were read. */
import { isSourceError, type Source } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'
import { notingFirst } from './first-details.ts'

/** HubSpot returns history for at most 50 records and associations for at most 1,000. */
const CHANGES_A_REQUEST = 50
const COMPANIES_A_REQUEST = 1_000

export interface DetailPorts {
  source: Source
  store: Store
}

/**
 * Reads until nothing is due. A deal deleted in the meantime has no changes and counts as read all the same. Both
 * reads are awaited, so that nothing is saved after the lease was given back.
 */
export async function readDealDetails(ports: DetailPorts): Promise<void> {
  const { store } = ports
  const readings = await Promise.allSettled([
    notingFirst(store, 'dealChanges', () => readChanges(ports)),
    notingFirst(store, 'companies', () => readCompanies(ports)),
  ])
  const failed = readings.filter((reading) => reading.status === 'rejected').map(({ reason }) => reason)
  const bug = failed.find((reason) => !isSourceError(reason))
  if (failed.length > 0) throw bug ?? failed[0]
}

/** Returns whether nothing is due any more. */
async function readChanges({ source, store }: DetailPorts): Promise<boolean> {
  const { dealDetails } = store
  for (;;) {
    const due = await dealDetails.lackingChanges(CHANGES_A_REQUEST)
    const rules = await store.rules.current()
    if (due.length === 0 || !rules) return due.length === 0
    const changes = await source.dealChanges(due.map(({ id }) => id))
    await dealDetails.saveChanges(due, changes, rules)
  }
}

async function readCompanies({ source, store }: DetailPorts): Promise<boolean> {
  const { dealDetails } = store
  for (;;) {
    const due = await dealDetails.lackingCompany(COMPANIES_A_REQUEST)
    const rules = await store.rules.current()
    if (due.length === 0 || !rules) return due.length === 0
    const companies = await source.dealCompanies(due.map(({ id }) => id))
    const byDeal = new Map(companies.map(({ dealId, companyId }) => [dealId, companyId]))
    await dealDetails.saveCompanies(due, byDeal, rules)
  }
}
