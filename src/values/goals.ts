import { quotasOfGoals } from '../domain/quotas/goal.ts'
import type { Store } from '../ports/store.ts'
import { catalogueOf } from './catalogue.ts'

/** The quotas that HubSpot's goals become under the present settings, and the goals that become none. */
export async function readGoals({ directory, settings }: Store): Promise<ReturnType<typeof quotasOfGoals>> {
  const [goals, people, chosen] = await Promise.all([directory.goals(), directory.read(), settings.read()])
  return quotasOfGoals(goals, {
    settings: chosen,
    pipelines: people.pipelines,
    catalogue: catalogueOf(chosen, people),
  })
}
