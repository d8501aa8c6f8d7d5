/** Declarations of own metrics for tests, and the catalogue they make. */
import type { OwnCount, OwnMetric } from '../src/domain/company/own-metrics.ts'
import type { NamedObject } from '../src/domain/company/people.ts'
import { builtIn, type Catalogue, createCatalogue } from '../src/domain/metrics/catalogue.ts'
import { ownMetrics } from '../src/domain/metrics/own.ts'

export function aCount(changes: Partial<OwnCount> = {}): OwnCount {
  return {
    object: 'meetings',
    date: 'starts',
    where: [{ property: 'kind', is: ['Demo', 'Product Demo'] }],
    ...changes,
  }
}

/** Demos, unless it is said what else. */
export function anOwnMetric({ count, ...changes }: Partial<OwnMetric> = {}): OwnMetric {
  const isOther = changes.sum !== undefined || changes.ratio !== undefined
  return {
    id: 'demos',
    name: { en: 'Demos', da: 'Demoer' },
    words: ['demo', 'demos held'],
    ...(isOther ? {} : { count: count ?? aCount() }),
    ...changes,
  }
}

/** What HubSpot says of meetings. */
export const MEETINGS: NamedObject = {
  name: 'meetings',
  type: 'meetings',
  label: 'Meetings',
  problem: null,
  asked: ['kind', 'starts'],
  types: { kind: 'enumeration', starts: 'datetime' },
  labels: { kind: 'Type', starts: 'Start time' },
}

export function catalogueWith(
  metrics: readonly OwnMetric[],
  objects: readonly NamedObject[] = [MEETINGS],
): Catalogue {
  return createCatalogue(ownMetrics({ metrics: [...metrics] }, objects, builtIn))
}
