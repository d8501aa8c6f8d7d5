import type { FactType } from '../../domain/facts.ts'
import type { Missing } from '../../domain/metrics/missing.ts'
import { scopesOf } from '../../domain/scopes.ts'
import type { Texts } from '../../i18n/texts.ts'

export interface Lacking {
  metric: string
  period: string
  missing: Missing | null
  /** Types that the number rests on and that HubSpot does not let the bot read. */
  unreadable: readonly FactType[]
}

/** Why there is no number, or none that means anything, and what to set; `null`: it stands for itself. */
export function noNumberText({ metric, period, missing, unreadable }: Lacking, texts: Texts): string | null {
  const names = { metric: texts.metricName(metric), period }
  if (unreadable.length > 0) {
    const types = unreadable.map((type) => texts.say(`type.${type}`)).join(', ')
    return texts.say('missing.scope', { ...names, types, scopes: scopesOf(unreadable).join(', ') })
  }
  return missing && texts.say(`missing.${missing}`, names)
}
