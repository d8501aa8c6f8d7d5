/** Settings: one row per key, as JSON; a key that was never set has its default. */
import { DEFAULT_SETTINGS, type Settings } from '../domain/company/settings.ts'
import type { SettingsStore } from '../ports/directory-store.ts'
import { type Engine, insertRows, inTransaction, replaceAll } from './engine.ts'
import { fromJson } from './json.ts'

const INSERT = {
  table: 'settings',
  columns: ['key', 'body'],
  onConflict: replaceAll(['key'], ['key', 'body']),
}

export function createSettings(engine: Engine): SettingsStore {
  return {
    async read() {
      const rows = await engine.reader.selectFrom('settings').selectAll().execute()
      const set = rows.map((row) => `${JSON.stringify(row.key)}: ${row.body}`)
      return { ...DEFAULT_SETTINGS, ...fromJson<Partial<Settings>>(`{${set.join(', ')}}`) }
    },
    save: (changes) =>
      inTransaction(engine, (tx) => {
        const rows = Object.entries(changes).map(([key, value]) => [key, JSON.stringify(value)])
        return insertRows({ engine, tx }, INSERT, rows)
      }),
  }
}
