/** Settings: one row per key, as JSON; a key that was never set has its default. */
import { CompiledQuery } from 'kysely'
import { DEFAULT_SETTINGS, type Settings } from '../domain/company/settings.ts'
import type { SettingsStore } from '../ports/directory-store.ts'
import { frozen } from './documents.ts'
import { type Engine, insertRows, inTransaction, replaceAll } from './engine.ts'
import { fromJson } from './json.ts'

/** Made once: each request to HubSpot reads the settings twice. */
const ALL = CompiledQuery.raw('select key, body from settings')

interface SettingRow {
  key: string
  body: string
}

const INSERT = {
  table: 'settings',
  columns: ['key', 'body'],
  onConflict: replaceAll(['key'], ['key', 'body']),
}

export function createSettings(engine: Engine): SettingsStore {
  // Every request and every question needs them. Identical text parses to identical values.
  let kept: { body: string; settings: Settings } | undefined
  return {
    async read() {
      const { rows } = await engine.reader.executeQuery<SettingRow>(ALL)
      const body = `{${rows.map((row) => `${JSON.stringify(row.key)}: ${row.body}`).join(', ')}}`
      if (kept?.body !== body)
        kept = { body, settings: frozen({ ...DEFAULT_SETTINGS, ...fromJson<Partial<Settings>>(body) }) }
      return kept.settings
    },
    save: (changes) =>
      inTransaction(engine, (tx) => {
        const rows = Object.entries(changes).map(([key, value]) => [key, JSON.stringify(value)])
        return insertRows({ engine, tx }, INSERT, rows)
      }),
  }
}
