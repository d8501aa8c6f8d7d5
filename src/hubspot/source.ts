/** Turns HubSpot's records into facts: everything that is read from HubSpot. Nothing is ever written to it. */
import { addDays, dayOf, dayStart, type Zone } from '../domain/calendar/day.ts'
import type { Clock } from '../ports/clock.ts'
import type { DatedSource } from '../ports/dated-source.ts'
import type { Source } from '../ports/source.ts'
import type { WebProxy } from '../ports/web-proxy.ts'
import { createAccountReader } from './account.ts'
import { createBatchReader } from './batch.ts'
import { createIdReader } from './by-ids.ts'
import { createCallOutcomeReader } from './call-outcomes.ts'
import { type AccessChecker, createAccessChecker } from './check-access.ts'
import { createNameChecker, type NameChecker } from './check-names.ts'
import { createClient } from './client.ts'
import { createDealActivityReader } from './deal-activities.ts'
import { createDealChangeReader } from './deal-changes.ts'
import { createDealCompanyReader } from './deal-companies.ts'
import { createLinkReader } from './deal-links.ts'
import { createSplitDealCounter, type SplitDealCounter } from './deal-splits.ts'
import { createRateReader } from './exchange-rates.ts'
import { createGoalReader } from './goals.ts'
import { createNamedObjectReader } from './named-objects.ts'
import { createObjectCatalogue } from './object-catalogue.ts'
import { createOwnerReader } from './owners.ts'
import { type Budget, createBudget } from './pacing.ts'
import { createPageReader } from './pages.ts'
import { createPipelineReader } from './pipelines.ts'
import { createProperties } from './properties.ts'
import { createRecordTypeOf } from './record-type-of.ts'
import { RETRY_LIMITS, type RetryLimits } from './retry.ts'
import { createTransport, type Log, type SentRequest } from './transport.ts'
import { createUserReader } from './users.ts'

export interface HubSpotOptions {
  token: string
  baseUrl: string
  /** Direct unless given. */
  proxy?: WebProxy | null
  clock: Clock
  log: Log
  /** How long an answer may take; 30 s by default. */
  timeoutMs?: number
  /** By default a budget for this process alone. */
  budget?: Budget
  /** The account's zone as last known, used until it is read. The daily limit ends at midnight in it. */
  zone?: Zone
  retry?: Partial<RetryLimits>
  onRequest?: (request: SentRequest) => void
}

export interface HubSpotSource extends Required<Source>, DatedSource {
  /** Finds the properties that are asked for but that the account does not have. */
  checkNames: NameChecker
  /** Finds what the token may not read, besides records. */
  checkAccess: AccessChecker
  /** How many deals have deal splits. */
  countSplitDeals: SplitDealCounter
}

export function createHubSpotSource(options: HubSpotOptions): HubSpotSource {
  const { token, baseUrl, proxy = null, clock, log, timeoutMs = 30_000, budget = createBudget() } = options
  let zone = options.zone ?? 'UTC'
  const client = createClient({ token, baseUrl, timeoutMs, proxy, onLimit: budget.adopt })
  const transport = createTransport({
    budget,
    clock,
    log,
    timeoutMs,
    limits: { ...RETRY_LIMITS, ...options.retry },
    nextMidnight: () => dayStart(addDays(dayOf(clock.now(), zone), 1), zone),
    onRequest: options.onRequest ?? (() => {}),
  })
  const readAccount = createAccountReader(client, transport)
  const properties = createProperties(client, transport, clock)
  const recordTypeOf = createRecordTypeOf(properties)
  const catalogue = createObjectCatalogue(client, transport, { properties, clock })
  const readBatch = createBatchReader(client, transport)
  const readLinks = createLinkReader(client, transport)
  return {
    ...createPageReader(client, transport, recordTypeOf),
    ...catalogue,
    objects: createNamedObjectReader(catalogue),
    readByIds: createIdReader(readBatch, recordTypeOf),
    dealChanges: createDealChangeReader(readBatch),
    dealCompanies: createDealCompanyReader(readLinks),
    dealActivities: createDealActivityReader(readLinks),
    users: createUserReader(client, transport),
    owners: createOwnerReader(client, transport),
    pipelines: createPipelineReader(client, transport),
    exchangeRates: createRateReader(client, transport),
    callOutcomes: createCallOutcomeReader(properties),
    goals: createGoalReader(client, transport, clock),
    checkNames: createNameChecker(properties),
    checkAccess: createAccessChecker(client, transport),
    countSplitDeals: createSplitDealCounter(client, transport, properties),
    async account() {
      const account = await readAccount()
      zone = account.zone
      return account
    },
  }
}
