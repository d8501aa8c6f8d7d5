/** Starts one real PostgreSQL for the whole run and hands its address to the tests; each makes a database of its own. */
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres()
  project.provide('postgresUrl', url)
  process.once('SIGINT', () => void stop().finally(() => process.exit(130)))
  return stop
}
