/** Why a number is not shown: what it rests on was not read, or HubSpot does not have what its declaration names. */
import { ownMetricOf } from '../domain/facts/tally.ts'
import { type Lacking, loadedShare, refusedObjects } from '../domain/figures/basis.ts'
import { brief } from './brief.ts'
import type { Texts } from './texts.ts'

type Named = Record<'metric' | 'period', string>

/** `null`: nothing is lacking. `oauthScopesFor` are HubSpot's names of the scopes with which objects can be read. */
export function lackingText(
  names: Named,
  { loading, unreadable, problems, labels }: Lacking,
  { texts, oauthScopesFor }: { texts: Texts; oauthScopesFor(objects: readonly string[]): string[] },
): string | null {
  const [problem] = problems
  if (problem) {
    const { tally, reason, object, property } = problem
    const values = { ...names, metric: texts.metricName(ownMetricOf(tally)) }
    return texts.say(`missing.${reason}`, {
      ...values,
      object: brief(object),
      property: brief(property ?? ''),
    })
  }
  if (unreadable.length > 0) {
    const types = unreadable.map((source) => texts.sourceName(source, labels)).join(', ')
    const scopes = oauthScopesFor(refusedObjects({ unreadable, labels }))
    if (scopes.length === 0) return `${names.metric}: ${texts.say('basis.unreadable', { types })}`
    return texts.say('missing.scope', { ...names, types, scopes: scopes.join(', '), count: scopes.length })
  }
  if (loading.length === 0) return null
  const share = loadedShare(loading)
  if (share === null) return texts.say('line.loadingStart', names)
  return texts.say('line.loading', { ...names, share: texts.percent(share) })
}
