/**
 * Gives the tests the address of a real PostgreSQL, where each creates a database of its own: the server that
 * `SCORELINE_TEST_POSTGRES` names, as `postgres://user:password@host:port`, or one that is started for the whole run.
 */
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env['SCORELINE_TEST_POSTGRES']
  if (running) {
    project.provide('postgresUrl', running)
    return async () => undefined
  }
  const { url, stop } = await startPostgres()
  project.provide('postgresUrl', url)
  process.once('SIGINT', () => void stop().finally(() => process.exit(130)))
  return stop
}
