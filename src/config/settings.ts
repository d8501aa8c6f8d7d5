/** The settings document: JSON in, checked settings or every complaint out; and settings back to JSON. */
import { z } from 'zod'
import type { Settings } from '../domain/company/settings.ts'
import { builtIn, createCatalogue } from '../domain/metrics/catalogue.ts'
import { ownMetrics } from '../domain/metrics/own.ts'
import { knownMetrics } from './known-metrics.ts'
import { ownMetric } from './own-metrics-schema.ts'
import { type KnownNames, settingsShape } from './settings-schema.ts'

export type SettingsReading = { settings: Partial<Settings> } | { complaints: string[] }

/** Reads the keys that the document has. One unknown key or bad value means that nothing is taken. */
export function readSettingsDocument(json: unknown, known: KnownNames): SettingsReading {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { complaints: ['The settings document must be one JSON object.'] }
  const forbidden = forbiddenKeys(json, [])
  if (forbidden.length > 0) return { complaints: forbidden.map((path) => `${path}: cannot be used as a key`) }
  const shape = settingsShape(withOwnMetrics(known, json))
  const result = z.strictObject(shape).partial().safeParse(json)
  if (!result.success) return { complaints: result.error.issues.flatMap(complaintsOf) }
  return { settings: given<Settings>(result.data) }
}

/** Own metrics may be named wherever metrics are. */
function withOwnMetrics(known: KnownNames, json: object): KnownNames {
  const declared = z.array(ownMetric).safeParse('metrics' in json ? json.metrics : [])
  if (!declared.success || declared.data.length === 0) return known
  const catalogue = createCatalogue(ownMetrics({ metrics: declared.data }, [], builtIn))
  return { ...known, metrics: knownMetrics(catalogue) }
}

/** The keys that have a value. */
function given<T extends object>(document: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  const found: Partial<T> = {}
  for (const key in document) {
    const value = document[key]
    if (value !== undefined) found[key] = value
  }
  return found
}

/** The settings as a JSON document, which imports back to the same settings. */
export function exportSettings(settings: Partial<Settings>): string {
  return `${JSON.stringify(settings, null, 2)}\n`
}

function complaintsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${pathText([...issue.path, key])}: is not a settings key`)
  const messages =
    issue.code === 'invalid_key' ? issue.issues.map((inner) => `the key ${inner.message}`) : null
  return (messages ?? [issue.message]).map((message) => `${pathText(issue.path)}: ${message}`)
}

/** `quotas[2].to`. Keys that are not plain words are quoted. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    const key = String(part)
    if (!/^\w+$/.test(key)) return `${text}[${JSON.stringify(key)}]`
    return text === '' ? key : `${text}.${key}`
  }, '')
}

/** JSON can contain a key `__proto__`, which assignment to an object would lose silently. */
function forbiddenKeys(value: unknown, path: readonly PropertyKey[]): string[] {
  if (typeof value !== 'object' || value === null) return []
  const parts = Object.entries(value).map(([key, part]): [PropertyKey, unknown] => [
    Array.isArray(value) ? Number(key) : key,
    part,
  ])
  return parts.flatMap(([key, part]) =>
    key === '__proto__' ? [pathText([...path, key])] : forbiddenKeys(part, [...path, key]),
  )
}
