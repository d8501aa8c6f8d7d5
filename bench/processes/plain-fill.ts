/**
 * Reads the same pages with plain fetch and writes 50-row upserts into the same tables, without retries, checks or
 * tallies.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { FACT_TYPES, type FactType } from '../../src/domain/facts/facts.ts'
import { replaceAll } from '../../src/store/engine.ts'
import { openStore } from '../../src/store/store.ts'
import { PlainOrder } from './orders.ts'
import { type PlainRecord, plainColumns, plainProperties, toPlainCells } from './plain-cells.ts'
import { cpuMs, serve } from './serve.ts'

interface Page {
  results: PlainRecord[]
  paging?: { next?: { after?: string } }
}

interface Writer {
  save(type: FactType, page: Page): void
}

let until = 0
let records = 0

serve({
  /** Creates the same tables as the bot's. */
  async prepare(input) {
    const store = await openStore({ kind: 'sqlite', path: PlainOrder.parse(input).path })
    await store.close()
  },
  async fill(input) {
    const order = PlainOrder.parse(input)
    const writer = openWriter(order.path)
    const [cpu, began] = [cpuMs(), performance.now()]
    until = began + order.forMs
    records = 0
    if (order.isTogether) await Promise.all(FACT_TYPES.map((type) => fillType(type, order, writer)))
    else for (const type of FACT_TYPES) await fillType(type, order, writer)
    return { records, cpuMs: cpuMs() - cpu, wallMs: performance.now() - began }
  },
})

/** Requests the next page while one is being saved. */
async function fillType(type: FactType, order: PlainOrder, writer: Writer): Promise<void> {
  let page = await readPage(type, order, undefined)
  for (;;) {
    const after = page.paging?.next?.after
    const isLast = after === undefined || performance.now() > until
    const ahead = isLast ? null : readPage(type, order, after)
    writer.save(type, page)
    records += page.results.length
    if (!ahead) return
    page = await ahead
  }
}

async function readPage(
  type: FactType,
  { url, token }: PlainOrder,
  after: string | undefined,
): Promise<Page> {
  const query = new URLSearchParams({
    limit: '100',
    properties: plainProperties(type).join(','),
    ...(after && { after }),
  })
  const response = await fetch(`${url}/crm/objects/2026-09/${type}?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (!response.ok) throw new Error(`${type}: ${response.status}`)
  const page: unknown = await response.json()
  if (!isPage(page)) throw new Error(`${type}: no page`)
  return page
}

function isPage(page: unknown): page is Page {
  return typeof page === 'object' && page !== null && 'results' in page
}

function openWriter(path: string): Writer {
  const database = new DatabaseSync(path)
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -16000; pragma wal_autocheckpoint = 4000',
  )
  const statements = new Map<string, StatementSync>()
  const prepared = (type: FactType, rows: number) => {
    const key = `${type} ${rows}`
    const statement = statements.get(key) ?? database.prepare(upsert(type, rows))
    statements.set(key, statement)
    return statement
  }
  return {
    save(type, { results }) {
      database.exec('begin immediate')
      let at = 0
      for (const size of [50, 1]) {
        for (; results.length - at >= size; at += size) {
          const cells = results.slice(at, at + size).flatMap((record) => toPlainCells(type, record))
          prepared(type, size).run(...cells)
        }
      }
      database.exec('commit')
    },
  }
}

function upsert(type: FactType, rows: number): string {
  const columns = plainColumns(type)
  const row = `(${columns.map(() => '?').join(', ')})`
  const values = Array.from({ length: rows }, () => row).join(', ')
  return `insert into ${type} (${columns.join(', ')}) values ${values} on conflict ${replaceAll(['id'], columns)}`
}
