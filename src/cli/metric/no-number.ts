import { type Basis, loadedShare, refusedObjects } from '../../domain/figures/basis.ts'
import type { Missing } from '../../domain/metrics/missing.ts'
import type { Texts } from '../../i18n/texts.ts'
import type { SourceWords } from '../../ports/source-words.ts'

export interface Lacking extends Pick<Basis, 'loading' | 'unreadable' | 'labels'> {
  metric: string
  period: string
  missing: Missing | null
}

/** Why there is no number, or none that means anything, and what to set; `null`: there is a meaningful number. */
export function noNumberText(
  { metric, period, missing, loading, unreadable, labels }: Lacking,
  texts: Texts,
  { oauthScopesFor }: SourceWords,
): string | null {
  const names = { metric: texts.metricName(metric), period }
  if (unreadable.length > 0) {
    const types = unreadable.map((source) => texts.sourceName(source, labels)).join(', ')
    const oauthScopes = oauthScopesFor(refusedObjects({ unreadable, labels }))
    return texts.say('missing.scope', {
      ...names,
      types,
      scopes: oauthScopes.join(', '),
      count: oauthScopes.length,
    })
  }
  if (loading.length > 0) {
    const share = loadedShare(loading)
    if (share === null) return texts.say('line.loadingStart', names)
    return texts.say('line.loading', { ...names, share: texts.percent(share) })
  }
  return missing && texts.say(`missing.${missing}`, names)
}
