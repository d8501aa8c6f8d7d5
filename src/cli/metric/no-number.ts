import type { Lacking } from '../../domain/figures/basis.ts'
import type { Missing } from '../../domain/metrics/missing.ts'
import { lackingText } from '../../i18n/lacking-text.ts'
import type { Texts } from '../../i18n/texts.ts'
import type { SourceWords } from '../../ports/source-words.ts'

export interface NoNumber extends Lacking {
  metric: string
  period: string
  missing: Missing | null
}

/** Why there is no number, or none that means anything, and what to set; `null`: there is a meaningful number. */
export function noNumberText(
  { metric, period, missing, ...lacking }: NoNumber,
  texts: Texts,
  { oauthScopesFor }: SourceWords,
): string | null {
  const names = { metric: texts.metricName(metric), period }
  return (
    lackingText(names, lacking, { texts, oauthScopesFor }) ??
    (missing && texts.say(`missing.${missing}`, names))
  )
}
