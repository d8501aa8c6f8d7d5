/** A company that was read completely, for the commands that only read. */
import { join } from 'node:path'
import type { SandboxAccount } from '../../src/sandbox/hubspot/account.ts'
import { openStore } from '../../src/store/store.ts'
import { type Company, type CompanyOptions, environmentOf, fill, startCompany } from '../company.ts'
import { aFolder, type Ended, type Folder, scoreline } from './command.ts'

export interface FilledCompany {
  company: Company
  folder: Folder
  /** Runs the command in the folder of the filled store. */
  run(args: readonly string[], input?: string): Promise<Ended>
  end(): Promise<void>
}

/** `before` modifies the account before it is read. */
export async function filledCompany(
  options: CompanyOptions,
  before: (account: SandboxAccount) => void = () => undefined,
): Promise<FilledCompany> {
  const company = await startCompany(options)
  before(company.account)
  const folder = aFolder()
  const store = await openStore({ kind: 'sqlite', path: join(folder.path, 'scoreline.db') })
  await fill(company, store, { now: options.clock ?? Date.now })
  await store.close()
  return {
    company,
    folder,
    run: (args, input) =>
      scoreline(args, {
        folder: folder.path,
        env: environmentOf(company),
        ...(input !== undefined && { input }),
      }),
    async end() {
      await company.end()
      folder.remove()
    },
  }
}
