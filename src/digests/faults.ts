/** Faults in the setup of a digest, which keep it from showing what it should. */

import { isOnBoards } from '../domain/access/metrics.ts'
import type { Roster } from '../domain/company/roster.ts'
import type { DigestSetting } from '../domain/company/settings.ts'
import type { Catalogue } from '../domain/metrics/catalogue.ts'
import { scopeFrom } from './read-digest.ts'

/** `notOnBoards`: people are not ranked by this metric where others can read it, so it is left out. */
export type DigestFault =
  | { kind: 'unknownScope'; scope: string }
  | { kind: 'unknownMetric' | 'notOnBoards'; metric: string }

/** `roster` is `null` until HubSpot has been read. Until then scopes cannot be checked. */
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
