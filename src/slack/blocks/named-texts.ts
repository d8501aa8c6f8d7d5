import type { Condition } from '../../domain/company/own-metrics.ts'
import type { NamedMetric, OwnFormula } from '../../domain/metrics/named-metric.ts'
import type { Texts } from '../../i18n/texts.ts'
import { shortName } from './escape.ts'

/** An admin types names of any length; this is as wide as a line of a digest. */
const LONGEST = 40

const harmless = new WeakMap<readonly NamedMetric[], readonly NamedMetric[]>()

/** The texts together with those about own metrics, whose names and labels people typed. Made once for each list. */
export function namedTexts(texts: Texts, named: readonly NamedMetric[]): Texts {
  const list = harmless.get(named) ?? named.map(withHarmlessNames)
  harmless.set(named, list)
  return texts.with(list)
}

function withHarmlessNames(metric: NamedMetric): NamedMetric {
  const { en, ...others } = metric.name
  const translated = Object.entries(others).flatMap(([code, name]) =>
    name === undefined ? [] : [[code, short(name)] as const],
  )
  return {
    ...metric,
    name: { ...Object.fromEntries(translated), en: short(en) },
    formula: withHarmlessLabels(metric.formula),
  }
}

function withHarmlessLabels(formula: OwnFormula): OwnFormula {
  if (formula.kind === 'ratio') return formula
  const { object, date, credit, property, where } = formula
  return {
    ...formula,
    object: short(object),
    date: short(date),
    credit: credit && short(credit),
    property: property && short(property),
    where: where.map(withHarmlessTexts),
  }
}

function withHarmlessTexts(condition: Condition): Condition {
  const property = short(condition.property)
  if ('is' in condition) return { property, is: condition.is.map(short) }
  if ('isNot' in condition) return { property, isNot: condition.isNot.map(short) }
  return { ...condition, property }
}

/** Without backticks, so that it cannot end a code fence. */
function short(text: string): string {
  return shortName(text.replaceAll('`', ''), LONGEST)
}
