/** A pretend account with the same number of records of every type. */
import type { SandboxAccount } from '../src/sandbox/hubspot/account.ts'
import { bulkAccount } from '../src/sandbox/hubspot/bulk-account.ts'

const OTHER_TYPES = ['contacts', 'calls', 'emails', 'meetings', 'tasks', 'notes', 'communications'] as const
const DAYS = 90
const DAY_MS = 86_400_000

export function evenAccount(records: number, now: number): SandboxAccount {
  const account = bulkAccount({
    activities: 0,
    reps: 50,
    days: DAYS,
    zone: 'Europe/Copenhagen',
    now,
    deals: records,
  })
  for (const type of OTHER_TYPES) {
    for (let at = 0; at < records; at += 1) {
      const atMs = now - DAYS * DAY_MS + at * 60_000
      const properties = {
        hs_timestamp: new Date(atMs).toISOString(),
        hubspot_owner_id: String(71_000_001 + (at % 50)),
      }
      account.create(type, properties, { atMs })
    }
  }
  return account
}
