/** The pretend HubSpot, in its own process. */
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import type { SandboxAccount } from '../../src/sandbox/hubspot/account.ts'
import { type BulkOptions, bulkAccount } from '../../src/sandbox/hubspot/bulk-account.ts'
import { seedCompany } from '../../src/sandbox/hubspot/company/company.ts'
import { type HubSpotSandbox, startHubSpotSandbox } from '../../src/sandbox/hubspot/hubspot-sandbox.ts'
import { evenAccount } from '../even-account.ts'
import { HubSpotOrder } from './orders.ts'
import { serve } from './serve.ts'

let sandbox: HubSpotSandbox | undefined

serve({
  async start(input) {
    const { account, latencyMs, tenSecondly, answersNumbered = false } = HubSpotOrder.parse(input)
    const others = tenSecondly === null ? { searchPerSecond: null, daily: null } : {}
    sandbox = await startHubSpotSandbox({
      account: accountOf(account),
      latencyMs,
      answersNumbered,
      limits: { tenSecondly, ...others },
    })
    return { url: sandbox.url, token: sandbox.token }
  },
  /** The requests that count towards the limit since the last call, and how many were refused. */
  seen() {
    if (!sandbox) throw new Error('the sandbox was not started')
    const { requests } = sandbox
    const limited = requests.latest.filter(({ kind }) => kind !== 'search' && kind !== 'associations')
    const seen = {
      requests: limited.map(({ kind, subject, atMs }) => ({
        type: subject,
        isPage: kind === 'list' && isFactType(subject),
        atMs,
      })),
      rateLimited: requests.rateLimited,
    }
    requests.reset()
    return seen
  },
})

function isFactType(subject: string): boolean {
  return FACT_TYPES.some((type) => type === subject)
}

function accountOf(order: HubSpotOrder['account']): SandboxAccount {
  const now = Date.now()
  if (order.kind === 'company') return seedCompany({ now, seed: 7 })
  if (order.kind === 'bulk') return bulkAccount(bulkOptions(order, now))
  return evenAccount(order.recordsOfType, now)
}

function bulkOptions(
  { activities, reps, days }: Pick<BulkOptions, 'activities' | 'reps' | 'days'>,
  now: number,
): BulkOptions {
  return { activities, reps, days, zone: 'Europe/Copenhagen', now }
}
