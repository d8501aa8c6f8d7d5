/** How an own metric is calculated, in words made from its declaration. */
import type { Condition } from '../domain/company/own-metrics.ts'
import { isFactType } from '../domain/facts/facts.ts'
import type { NamedMetric, OwnFormula } from '../domain/metrics/named-metric.ts'
import { brief, cut, insideSentence } from './brief.ts'
import type { Formats } from './formats.ts'
import type { SentenceKey } from './language.ts'

interface Words {
  locale: string
  formats: Formats
  say(key: SentenceKey, values?: Record<string, string | number>): string
  /** Of any metric. */
  metricName(id: string): string
}

/** A formula is read on a phone. */
const LONGEST = 200
const MOST_VALUES = 3

/** At most 200 characters: of many conditions the first are named, and the others counted. */
export function ownFormula({ formula }: Pick<NamedMetric, 'formula'>, words: Words): string {
  if (formula.kind === 'ratio') return cut(`${ratioText(formula, words)}.`, LONGEST)
  for (let named = formula.where.length; named > 0; named--) {
    const text = recordsText(formula, named, words)
    if (text.length <= LONGEST) return text
  }
  return cut(recordsText(formula, 0, words), LONGEST)
}

type Ratio = Extract<OwnFormula, { kind: 'ratio' }>
type Records = Extract<OwnFormula, { kind: 'records' }>

function ratioText({ numerator, denominator }: Ratio, words: Words): string {
  const side = (ids: readonly string[]) => {
    const names = ids.map((id) => brief(words.metricName(id)))
    return names.length === 1 ? names.join() : `(${names.join(' + ')})`
  }
  return `${side(numerator)} ÷ ${side(denominator)}`
}

function recordsText(formula: Records, named: number, words: Words): string {
  const { say } = words
  const { type, object, date, credit, property, where } = formula
  const records =
    type !== null && isFactType(type) ? say(`type.${type}`) : insideSentence(brief(object), words.locale)
  const basic =
    property === null
      ? say('own.records', { records, date: brief(date) })
      : say('own.sum', { property: brief(property), records, date: brief(date) })
  const left = where.length - named
  const conditions = [
    ...where.slice(0, named).map((condition) => conditionText(condition, words)),
    ...(left > 0 ? [say('own.more', { n: left })] : []),
  ]
  const all =
    conditions.length === 0
      ? basic
      : say('own.where', { formula: basic, conditions: listOf(conditions, 'conjunction', words) })
  return `${credit === null ? all : say('own.credit', { formula: all, property: brief(credit) })}.`
}

function conditionText(condition: Condition, words: Words): string {
  const { say, formats } = words
  const property = brief(condition.property)
  const compared = (number: number) => ({ property, number: formats.number(number, 6) })
  if ('is' in condition) return say('own.is', { property, values: valuesText(condition.is, words) })
  if ('isNot' in condition) return say('own.isNot', { property, values: valuesText(condition.isNot, words) })
  if ('has' in condition) return say(condition.has ? 'own.filled' : 'own.empty', { property })
  if ('on' in condition) return say(condition.on ? 'own.on' : 'own.off', { property })
  if ('above' in condition) return say('own.above', compared(condition.above))
  if ('atLeast' in condition) return say('own.atLeast', compared(condition.atLeast))
  if ('below' in condition) return say('own.below', compared(condition.below))
  return say('own.atMost', compared(condition.atMost))
}

function valuesText(values: readonly string[], words: Words): string {
  const shown = values.slice(0, MOST_VALUES).map(brief)
  return listOf(values.length > MOST_VALUES ? [...shown, '…'] : shown, 'disjunction', words)
}

const lists = new Map<string, Intl.ListFormat>()

function listOf(texts: readonly string[], type: 'conjunction' | 'disjunction', { locale }: Words): string {
  const key = `${locale} ${type}`
  const list = lists.get(key) ?? new Intl.ListFormat(locale, { type })
  lists.set(key, list)
  return list.format(texts)
}
