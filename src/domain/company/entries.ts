/** Entries of records whose keys come from HubSpot or from the settings. */

/** The entry itself, never what every object inherits: HubSpot properties may be called `constructor`. */
export function entryOf<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
