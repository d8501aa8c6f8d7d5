/** Written forms of periods with placeholders for numbers, as lexicons list them. */
import { isOver, type PeriodBasis, type PeriodSpec, resolvePeriod } from '../calendar/period.ts'
import { readPeriod } from '../calendar/period-words.ts'

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

/** Reads a form with its numbers filled in; `null` if no such period exists. */
export function readForm(form: string, basis: PeriodBasis): PeriodSpec | null {
  const week = /^week (\d{1,2})(?: (\d{4}))?$/.exec(form)
  if (!week) return readPeriod(form)
  const number = (week[1] ?? '').padStart(2, '0')
  return week[2] ? readPeriod(`${week[2]}-w${number}`) : latestWeek(number, basis)
}

/** The latest ISO week with that number that has begun. */
function latestWeek(number: string, basis: PeriodBasis): PeriodSpec | null {
  const year = Number(basis.today.slice(0, 4))
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, index) => year + 1 - index)
  const weeks = years.flatMap((each) => readPeriod(`${each}-w${number}`) ?? [])
  return weeks.find((week) => resolvePeriod(week, basis).from <= basis.today) ?? null
}

/** Whether every day of the period is before today. */
export function hasEnded(spec: PeriodSpec, basis: PeriodBasis): boolean {
  return isOver(resolvePeriod(spec, basis), basis.today)
}

/** Whether the period is a 'next' one or 'tomorrow'. */
export function isNext(spec: PeriodSpec): boolean {
  return 'which' in spec && spec.which === 1
}
