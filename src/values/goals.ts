import { createCatalogue } from '../domain/metrics/catalogue.ts'
import { quotasOfGoals } from '../domain/quotas/goal.ts'
import type { Store } from '../ports/store.ts'

/** The quotas that HubSpot's goals become under the present settings, and the goals that become none. */
export async function readGoals({ directory, settings }: Store): Promise<ReturnType<typeof quotasOfGoals>> {
  const [goals, { pipelines }, chosen] = await Promise.all([
    directory.goals(),
    directory.read(),
    settings.read(),
  ])
  return quotasOfGoals(goals, { settings: chosen, pipelines, catalogue: createCatalogue() })
}
