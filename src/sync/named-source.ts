/** The source as passes use it: every record is requested with the properties that the settings name. */
import { propertiesRead, recordsOf } from '../domain/company/own-metrics.ts'
import { ownTalliesFrom } from '../domain/company/own-tallies.ts'
import { isFactType, isSyncedType, objectType, type SyncedType } from '../domain/facts/facts.ts'
import type { DirectoryStore, SettingsStore } from '../ports/directory-store.ts'
import type { NamedProperties, Source } from '../ports/source.ts'
import type { Store } from '../ports/store.ts'
import { noteDropped } from './dropped-names.ts'

/** Where the names come from. */
export interface NameStores {
  settings: SettingsStore
  directory: Pick<DirectoryStore, 'objects'>
}

/** The properties that are requested for each type. */
export interface Names {
  of(type: SyncedType): NamedProperties
  /** The types that own metrics count the records of. */
  declaredTypes: readonly SyncedType[]
}

export async function readNames({ settings: store, directory }: NameStores): Promise<Names> {
  const settings = await store.read()
  const named = {
    cost: settings.costProperty,
    contractYears: settings.contractYearsProperty,
    territory: settings.territoryProperty,
  }
  const declared =
    settings.metrics.length === 0 ? NOTHING : declaredOf(settings.metrics, await directory.objects())
  return {
    of: (type) => ({ ...named, declared: declared.get(type) ?? [] }),
    declaredTypes: [...declared.keys()],
  }
}

const NOTHING: ReadonlyMap<SyncedType, string[]> = new Map()

type Declarations = Parameters<typeof ownTalliesFrom>

/** Settings and objects are the same ones until they change. */
const lastRead = new WeakMap<Declarations[0], { objects: Declarations[1]; declared: typeof NOTHING }>()

/** The properties that own metrics read of each type, in order. */
function declaredOf(metrics: Declarations[0], objects: Declarations[1]): ReadonlyMap<SyncedType, string[]> {
  const last = lastRead.get(metrics)
  if (last?.objects === objects) return last.declared
  const declared = propertiesByType(metrics, objects)
  lastRead.set(metrics, { objects, declared })
  return declared
}

function propertiesByType(...of: Declarations): ReadonlyMap<SyncedType, string[]> {
  const [metrics] = of
  const properties = new Map<SyncedType, Set<string>>()
  for (const { id, type } of ownTalliesFrom(...of).tallies) {
    const metric = metrics.find((one) => one.id === id)
    const records = metric && recordsOf(metric)
    if (!records || !isSyncedType(type)) continue
    const known = properties.get(type) ?? new Set()
    properties.set(type, new Set([...known, ...propertiesRead(records)]))
  }
  return new Map([...properties].map(([type, names]) => [type, [...names].sort()]))
}

/** The named properties that are requested for a type, in a fixed order. */
export function namesFor(type: SyncedType, named: NamedProperties): string {
  const own = isFactType(type) ? objectType(type).named.map((property) => [property, named[property]]) : []
  return JSON.stringify({ ...Object.fromEntries(own), declared: named.declared ?? [] })
}

/**
 * Reads the settings for each call, since a long pass would otherwise use the names from its start. If they change
 * before the answer arrives, the request is repeated. Names that are left out are noted before the first request
 * without them.
 */
export function withNamed(source: Source, stores: NameStores & Pick<Store, 'passes'>): Source {
  const requested = new Map<SyncedType, string>()
  async function call<T>(type: SyncedType, ask: (named: NamedProperties) => Promise<T>): Promise<T> {
    for (;;) {
      const named = (await readNames(stores)).of(type)
      const names = namesFor(type, named)
      if (requested.get(type) !== names) await noteDropped(stores.passes, type, names)
      requested.set(type, names)
      const answer = await ask(named)
      if (names === namesFor(type, (await readNames(stores)).of(type))) return answer
    }
  }
  return {
    ...source,
    listPage: (type, cursor) => call(type, (named) => source.listPage(type, cursor, named)),
    changedPage: (type, window, cursor) =>
      call(type, (named) => source.changedPage(type, window, cursor, named)),
    pageFromAbove: (type, cursor) => call(type, (named) => source.pageFromAbove(type, cursor, named)),
    readByIds: (type, ids) => call(type, (named) => source.readByIds(type, ids, named)),
  }
}
