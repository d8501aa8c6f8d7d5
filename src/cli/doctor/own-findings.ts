import { wrongText } from '../../config/own-metrics/objects.ts'
import { type OwnFault, ownFaults } from '../../domain/company/own-faults.ts'
import { type OwnMetric, objectsNamed } from '../../domain/company/own-metrics.ts'
import type { OwnProblem } from '../../domain/company/own-tallies.ts'
import type { NamedObject } from '../../domain/company/people.ts'
import { isSourceError, type Source } from '../../ports/source.ts'
import type { SourceWords } from '../../ports/source-words.ts'
import { type Finding, fix, note, ok } from './finding.ts'

export interface OwnMetricsLook {
  metrics: readonly OwnMetric[]
  /** What HubSpot said when the store was last read into. */
  objects: readonly NamedObject[]
  /** Why metrics have no numbers at present, by id. */
  problems: ReadonlyMap<string, OwnProblem>
}

/** What HubSpot says now; what the store knows if HubSpot cannot be asked. */
export async function askAgain(
  source: Source,
  { metrics, objects }: OwnMetricsLook,
): Promise<readonly NamedObject[]> {
  try {
    return await source.objects(objectsNamed(metrics))
  } catch (error) {
    if (!isSourceError(error)) throw error
    return objects
  }
}

/** Each own metric that something is wrong with, and how many can be counted. */
export function ownMetricFindings(
  { metrics, problems }: OwnMetricsLook,
  objects: readonly NamedObject[],
  words: SourceWords,
): Finding[] {
  if (metrics.length === 0) return []
  const findings = metrics.flatMap((metric) => {
    const faults = ownFaults(
      metric,
      objects.filter(({ name }) => name === (metric.count ?? metric.sum)?.object),
    )
    if (faults.length > 0) return faults.map((fault) => faultFinding(metric, fault, { objects, words }))
    return problems.has(metric.id) ? [note(checkOf(metric), 'its records are being read and counted')] : []
  })
  const wrong = new Set(findings.map(({ check }) => check))
  const counted = metrics.filter((metric) => !wrong.has(checkOf(metric)))
  const text = `${counted.length} of ${metrics.length} have numbers`
  return [
    ...findings,
    counted.length === metrics.length ? ok('own metrics', text) : note('own metrics', text),
  ]
}

function checkOf({ id }: OwnMetric): string {
  return `metric ${id}`
}

interface Remedies {
  objects: readonly NamedObject[]
  words: SourceWords
}

function faultFinding(metric: OwnMetric, fault: OwnFault, { objects, words }: Remedies): Finding {
  const { reason, path, near } = fault
  const where = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .slice(1)
  if (reason === 'notANumber') {
    const text = `${where}: ${wrongText(fault)}, so that only values that read as numbers count`
    return note(checkOf(metric), text, 'Name a property with a number in the settings.')
  }
  const text = `has no numbers. ${where}: ${wrongText(fault)}`
  return fix(checkOf(metric), text, remedyFor(fault))

  function remedyFor({ object }: OwnFault): string {
    if (reason === 'forbidden') {
      return scopeRemedy(object, objects, words)
    }
    if (near.length > 0) return `Did you mean ${near.join(' or ')}? Correct it in the settings.`
    return 'Correct it in the settings, or create it in HubSpot.'
  }
}

/** Which scope lets the token read an object type, and where to add it. */
export function scopeRemedy(object: string, objects: readonly NamedObject[], words: SourceWords): string {
  const lacking = objects.find(({ name }) => name === object)?.lacking ?? []
  const scopes = lacking.length > 0 ? lacking : words.oauthScopesFor([object])
  const named = scopes.length > 0 ? `the scope ${scopes.join(' and ')}` : `the scope for ${object}`
  return `Give the service key ${named} (HubSpot: Development, Keys, Service keys)`
}
