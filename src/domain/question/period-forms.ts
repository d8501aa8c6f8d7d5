/** Written forms of periods with placeholders for numbers, as lexicons list them. */
import type { PeriodProblem } from '../calendar/date-words.ts'
import { isOver, type PeriodBasis, type PeriodSpec, resolvePeriod } from '../calendar/period.ts'
import { readPeriod, readTypedPeriod } from '../calendar/period-words.ts'

/** How many years back to look for a week with a given number: only some years have a week 53. */
const YEARS_BACK = 7

/** Numbers a form's placeholders in the order of its phrase: `{y}-q{n}` for `q {n} {y}` becomes `{2}-q{1}`. */
export function numberedForm(form: string, phrase: string): string {
  const places = phrase.match(/\{[nyd]\}/g) ?? []
  return places.reduce((text, place, index) => text.replaceAll(place, `{${index + 1}}`), form)
}

/** Replaces the placeholders of a numbered form with what was typed. */
export function filledForm(form: string, typed: readonly string[]): string {
  return typed.reduce((text, part, index) => text.replaceAll(`{${index + 1}}`, part), form)
}

/** Reads a form with its numbers filled in; `null` if it is not the form of a period. */
export function readForm(form: string, basis: PeriodBasis): PeriodSpec | PeriodProblem | null {
  const read = readKept(form)
  if (read === null || typeof read === 'string' || read.kind !== 'latestWeek') return read
  return latestWeek(read.week, basis) ?? 'noSuchWeek'
}

const kept = new Map<string, ReturnType<typeof readTypedPeriod>>()
/** More than the forms of all languages with the numbers that people type. */
const FORMS_KEPT = 2_000

/** Cached, because every question has the same few periods. */
function readKept(form: string): ReturnType<typeof readTypedPeriod> {
  const known = kept.get(form)
  if (known !== undefined) return known
  const read = readTypedPeriod(form)
  if (kept.size >= FORMS_KEPT) kept.clear()
  kept.set(form, read)
  return read
}

/** The latest ISO week with that number that has begun. */
function latestWeek(week: number, basis: PeriodBasis): PeriodSpec | null {
  const year = Number(basis.today.slice(0, 4))
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, index) => year + 1 - index)
  const weeks = years.flatMap((each) => readPeriod(`${each}-w${String(week).padStart(2, '0')}`) ?? [])
  return weeks.find((each) => resolvePeriod(each, basis).from <= basis.today) ?? null
}

/** Whether every day of the period is before today. */
export function hasEnded(spec: PeriodSpec, basis: PeriodBasis): boolean {
  return isOver(resolvePeriod(spec, basis), basis.today)
}

/** Whether the period is a 'next' one, 'tomorrow', or a weekday that is still to come. */
export function isNext(spec: PeriodSpec, basis: PeriodBasis): boolean {
  if (spec.kind === 'weekday') return resolvePeriod(spec, basis).from > basis.today
  return 'which' in spec && spec.which === 1
}

/** Whether it is the name of a month, quarter or half without its year. */
export function lacksYear({ kind }: PeriodSpec): boolean {
  return ['latestMonth', 'latestQuarter', 'latestHalf'].includes(kind)
}

/** The month, quarter or half of that name which has not ended: what forecasts and plans are about. */
export function comingOf(spec: PeriodSpec, basis: PeriodBasis): PeriodSpec {
  if (!hasEnded(spec, basis)) return spec
  const year = Number(resolvePeriod(spec, basis).from.slice(0, 4)) + 1
  switch (spec.kind) {
    case 'latestMonth':
      return { kind: 'month', year, month: spec.month }
    case 'latestQuarter':
      return { kind: 'quarter', year: fiscalYearAfter(spec, basis), quarter: spec.quarter }
    case 'latestHalf':
      return { kind: 'half', year: fiscalYearAfter(spec, basis), half: spec.half }
    default:
      return spec
  }
}

/** The fiscal year of the first one that has not ended. */
function fiscalYearAfter(spec: { quarter: number } | { half: number }, basis: PeriodBasis): number {
  const year = Number(basis.today.slice(0, 4))
  const inYear = (each: number): PeriodSpec =>
    'quarter' in spec
      ? { kind: 'quarter', year: each, quarter: spec.quarter }
      : { kind: 'half', year: each, half: spec.half }
  return [year - 1, year, year + 1].find((each) => !hasEnded(inYear(each), basis)) ?? year
}
