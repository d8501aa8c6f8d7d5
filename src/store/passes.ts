/** Passes: how far each has got through a type, so that it resumes where it stopped. */
import { isSyncedType } from '../domain/facts/facts.ts'
import type { PassState } from '../ports/fact-store.ts'
import type { Store } from '../ports/store.ts'
import { type Engine, insertRows, inTransaction, replaceAll, type Tx } from './engine.ts'

const COLUMNS = ['pass', 'type', 'position', 'began_at', 'ended_at']
const INSERT = { table: 'passes', columns: COLUMNS, onConflict: replaceAll(['pass', 'type'], COLUMNS) }

export function createPasses(engine: Engine): Store['passes'] {
  return {
    async read() {
      const rows = await engine.reader.selectFrom('passes').selectAll().execute()
      return rows.flatMap(({ pass, type, position, began_at: beganAt, ended_at: endedAt }) => {
        return isSyncedType(type) ? [{ pass, type, position, beganAt, endedAt }] : []
      })
    },
    save: (state) => inTransaction(engine, (tx) => writePass(engine, tx, state)),
  }
}

export async function writePass(engine: Engine, tx: Tx, state: PassState): Promise<void> {
  const { pass, type, position, beganAt, endedAt } = state
  await insertRows({ engine, tx }, INSERT, [[pass, type, position, beganAt, endedAt]])
}
