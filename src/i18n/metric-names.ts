/** All names of metrics in all languages, both those that are shown and those that can be typed. */
import type { Catalogue } from '../domain/metrics/catalogue.ts'
import { LEXICONS } from './lexicons.ts'
import { languages } from './spoken.ts'

export interface MetricName {
  id: string
  name: string
}

/** `typed`: the metrics of the account, with the names of its own ones. */
export function metricNames({ typed: known }: Pick<Catalogue, 'typed'>): MetricName[] {
  const shown = Object.values(languages).flatMap(({ metrics }) =>
    Object.entries(metrics).flatMap(([id, { name, title }]) =>
      [name, title].flatMap((each) => (each === undefined ? [] : [{ id, name: each }])),
    ),
  )
  const typed = LEXICONS.flatMap(({ metrics }) =>
    Object.entries(metrics).flatMap(([id, names]) => names.map((name) => ({ id, name }))),
  )
  const own = known.flatMap(({ id, names }) => names.map((name) => ({ id, name })))
  return [...shown, ...typed, ...own]
}
