/** The catalogue of an account, kept for as long as its declarations and what HubSpot says of them are the same. */
import type { NamedObject } from '../domain/company/people.ts'
import type { Settings } from '../domain/company/settings.ts'
import { builtIn, type Catalogue, createCatalogue } from '../domain/metrics/catalogue.ts'
import { ownMetrics } from '../domain/metrics/own.ts'
import type { Store } from '../ports/store.ts'

/** What every account has: the same for all accounts without metrics of their own. */
const BUILT_IN_ONLY = createCatalogue()

const MOST_KEPT = 8
/** By the texts of what they are made from, the latest used last: settings are parsed for every question. */
const kept = new Map<string, Catalogue>()

/**
 * The same catalogue for the same declarations, so that what is computed once for a catalogue, or for one of its metrics, is
 * computed only once.
 */
export function catalogueOf(
  settings: Pick<Settings, 'metrics'>,
  { objects }: { objects: readonly NamedObject[] },
): Catalogue {
  if (settings.metrics.length === 0) return BUILT_IN_ONLY
  const key = JSON.stringify([settings.metrics, objects])
  const catalogue = kept.get(key) ?? createCatalogue(ownMetrics(settings, objects, builtIn))
  kept.delete(key)
  kept.set(key, catalogue)
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  return catalogue
}

/** For what needs nothing else of an account. */
export async function readCatalogue({
  settings,
  directory,
}: Pick<Store, 'settings' | 'directory'>): Promise<Catalogue> {
  return catalogueOf(await settings.read(), { objects: await directory.objects() })
}
