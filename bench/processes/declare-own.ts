/** Declares own metrics in a store that is filled without HubSpot. */
import { propertiesRead, recordsOf } from '../../src/domain/company/own-metrics.ts'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import type { Store } from '../../src/ports/store.ts'
import { RELIST } from '../../src/values/listings.ts'
import { OWN_METRICS } from '../own-declarations.ts'

/** As after HubSpot was asked about the properties, and all records were listed with them. */
export async function declareOwn(store: Store): Promise<void> {
  const properties = new Map<string, Set<string>>()
  for (const metric of OWN_METRICS) {
    const records = recordsOf(metric)
    if (!records) continue
    const known = properties.get(records.object) ?? new Set()
    properties.set(records.object, new Set([...known, ...propertiesRead(records)]))
  }
  const dates = new Set(OWN_METRICS.flatMap((metric) => recordsOf(metric)?.date ?? []))
  const objects = [...properties].map(([name, asked]) => ({
    ...{ name, type: name, label: name, problem: null, asked: [...asked] },
    types: Object.fromEntries([...asked].map((one) => [one, dates.has(one) ? 'datetime' : 'string'])),
  }))
  await store.settings.save({ metrics: [...OWN_METRICS] })
  await store.directory.saveObjects(objects)
  for (const type of FACT_TYPES) {
    const names = JSON.stringify({ declared: [...(properties.get(type) ?? [])] })
    const position = JSON.stringify({ names, cursor: null })
    await store.passes.save({ pass: RELIST, type, position, beganAt: null, endedAt: null })
  }
}
