/** What keeps a digest from saying what it is set up to say. */

import { isOnBoards } from '../domain/access/metrics.ts'
import type { Roster } from '../domain/company/roster.ts'
import type { DigestSetting } from '../domain/company/settings.ts'
import type { Catalogue } from '../domain/metrics/catalogue.ts'
import { scopeFrom } from './read-digest.ts'

/** `notOnBoards`: people are not ranked by it where others read it, so that it is left out. */
export type DigestFault =
  | { kind: 'unknownScope'; scope: string }
  | { kind: 'unknownMetric' | 'notOnBoards'; metric: string }

/** `roster` is `null` while HubSpot was never read: then nothing is known of scopes. */
export function faultsOf(
  setting: DigestSetting,
  { roster, catalogue }: { roster: Roster | null; catalogue: Catalogue },
): DigestFault[] {
  const { scope, board, columns } = setting
  const isKnown = roster === null || scopeFrom(scope, roster) !== null
  const metrics = [...new Set([board, ...columns])]
  return [
    ...(isKnown ? [] : [{ kind: 'unknownScope', scope } as const]),
    ...metrics.flatMap((id) => metricFault(id, catalogue)),
  ]
}

function metricFault(id: string, catalogue: Catalogue): DigestFault[] {
  const metric = catalogue.find(id)
  if (!metric) return [{ kind: 'unknownMetric', metric: id }]
  return isOnBoards(metric) ? [] : [{ kind: 'notOnBoards', metric: id }]
}
