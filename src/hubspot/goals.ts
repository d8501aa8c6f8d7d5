/** Reads HubSpot's goals; a record that is not a goal is listed with the reason. */
import type { Directory } from '../domain/company/people.ts'
import type { Goals } from '../domain/quotas/goal.ts'
import type { Clock } from '../ports/clock.ts'
import type { Source } from '../ports/source.ts'
import type { HubSpotClient } from './client.ts'
import { UnreadableRecord } from './errors.ts'
import { GOAL_PROPERTIES, toGoal } from './goal-record.ts'
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
  return async (directory) => toGoals(await readAll(readPage), directory, clock.now())
}

function toGoals(records: readonly unknown[], directory: Directory, now: number): Goals {
  const read: Goals = { goals: [], unreadable: [] }
  for (const record of records) {
    try {
      read.goals.push(toGoal(record, directory, now))
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error
      read.unreadable.push({ id: rawId(record) ?? 'unknown', reason: error.message, remedy: null })
    }
  }
  return read
}
