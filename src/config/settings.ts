/** The settings document: JSON in, checked settings or every complaint out; and settings back to JSON. */
import { z } from 'zod'
import type { OwnMetric } from '../domain/company/own-metrics.ts'
import { DEFAULT_SETTINGS, type Settings } from '../domain/company/settings.ts'
import { isFactType } from '../domain/facts/facts.ts'
import { builtIn } from '../domain/metrics/catalogue.ts'
import { ownMetrics } from '../domain/metrics/own.ts'
import { nearest } from '../domain/question/nearest.ts'
import { type Complaint, complaintsIn, complaintText, pathText } from './complaints.ts'
import { type KnownMetrics, knownMetrics } from './known-metrics.ts'
import type { Present } from './own-metrics/basis.ts'
import { type OwnMetricsReading, readOwnMetrics } from './own-metrics/read.ts'
import { removalComplaints } from './own-metrics/removals.ts'
import { type KnownNames, settingsShape } from './settings-schema.ts'
import { object, UNKNOWN_KEY } from './values.ts'

export type { Present } from './own-metrics/basis.ts'

export type SettingsReading = { settings: Partial<Settings> } | { complaints: string[] }

/** Before anything was set, and HubSpot asked. */
const NOTHING: Present = {
  settings: DEFAULT_SETTINGS,
  objects: [],
  typeOf: (object) => (isFactType(object) ? object : null),
}

/**
 * Reads the keys that the document has. One unknown key or bad value means that nothing is taken. Keys that it does not
 * have are taken as they are at present.
 */
export function readSettingsDocument(
  json: unknown,
  known: KnownNames,
  present: Present = NOTHING,
): SettingsReading {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { complaints: ['The settings document must be one JSON object.'] }
  const forbidden = forbiddenKeys(json, [])
  if (forbidden.length > 0) return { complaints: forbidden.map((path) => `${path}: cannot be used as a key`) }
  const own =
    'metrics' in json && json.metrics !== undefined ? readOwnMetrics(json.metrics, known, present) : null
  const metrics = own ?? {
    isList: true,
    metrics: present.settings.metrics,
    unread: new Set(),
    complaints: [],
  }
  const shape = settingsShape(
    { ...known, metrics: withOwn(known.metrics, metrics) },
    ownMetricsSchema(metrics),
  )
  const result = object(shape).partial().safeParse(json)
  const complaints = [
    ...(result.success ? [] : result.error.issues.flatMap(complaintsIn).map(withNearKey)),
    ...(own?.isList ? removals(json, own, present) : []),
  ]
  if (!result.success || complaints.length > 0) return { complaints: complaints.map(complaintText) }
  return { settings: given<Settings>(result.data) }
}

function withNearKey({ path, message }: Complaint): Complaint {
  const [key, ...inside] = path
  const near =
    inside.length === 0 && message === UNKNOWN_KEY ? nearest(String(key), Object.keys(DEFAULT_SETTINGS)) : []
  return { path, message: near.length > 0 ? `${message}; did you mean ${near.join(' or ')}?` : message }
}

/** Own metrics may be named wherever metrics are. */
function withOwn(known: KnownMetrics, { metrics, unread }: OwnMetricsReading): KnownMetrics {
  const own = knownMetrics({ all: ownMetrics({ metrics }, [], builtIn).metrics })
  return {
    all: new Set([...known.all, ...own.all, ...unread]),
    additive: new Set([...known.additive, ...own.additive, ...unread]),
    money: new Set([...known.money, ...own.money]),
    private: new Set([...known.private, ...own.private]),
  }
}

/** They are read before the rest, which may name them. */
function ownMetricsSchema({ metrics, complaints }: OwnMetricsReading): z.ZodType<OwnMetric[]> {
  return z.unknown().transform((_, context) => {
    for (const { path, message } of complaints) context.addIssue({ code: 'custom', path: [...path], message })
    return metrics
  })
}

function removals(json: object, { metrics, unread }: OwnMetricsReading, { settings }: Present) {
  const change = { before: settings.metrics, after: metrics, unread }
  return removalComplaints(settings, (key) => !Object.hasOwn(json, key), change).map(({ message }) => ({
    path: ['metrics'],
    message,
  }))
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
