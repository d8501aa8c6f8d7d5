/** Reads HubSpot's goals and turns those that it can into quotas; every other one is named with the reason. */
import type { Directory } from '../domain/company/people.ts'
import type { Quota } from '../domain/quotas/quota.ts'
import type { Clock } from '../ports/clock.ts'
import type { SkippedGoal, Source } from '../ports/source.ts'
import type { HubSpotClient } from './client.ts'
import { UnreadableRecord } from './errors.ts'
import { GOAL_PROPERTIES, toQuota } from './goal-quota.ts'
import { readAll, toRawPage } from './raw-page.ts'
import { rawId } from './records/record.ts'
import type { Transport } from './transport.ts'

const PAGE_LIMIT = 100

export function createGoalReader(client: HubSpotClient, transport: Transport, clock: Clock): Source['goals'] {
  const readPage = (after: string | undefined) =>
    transport.call(
      { kind: 'general', what: 'goals' },
      () => client.objects.getPage('goal_targets', { limit: PAGE_LIMIT, after, properties: GOAL_PROPERTIES }),
      toRawPage,
    )
  return async (directory) => toQuotas(await readAll(readPage), directory, clock.now())
}

function toQuotas(records: readonly unknown[], directory: Directory, now: number) {
  const quotas: Quota[] = []
  const skipped: SkippedGoal[] = []
  for (const record of records) {
    try {
      quotas.push(toQuota(record, directory, now))
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error
      skipped.push({ id: rawId(record) ?? 'unknown', reason: error.message })
    }
  }
  return { quotas, skipped }
}
