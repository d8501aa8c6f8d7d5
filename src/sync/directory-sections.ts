/** Reads the parts of the directory, each on its own, so that a failing part does not stop the others. */
import type { Clock } from '../ports/clock.ts'
import type { DirectoryStore, Reading } from '../ports/directory-store.ts'
import { isSourceError, type Source, type SourceError } from '../ports/source.ts'
import { DIRECTORY_EVERY_MS, isDue } from './periods.ts'
import type { DirectorySection, DirectorySummary, SectionSummary } from './poll-summary.ts'

export const DIRECTORY_SECTIONS: readonly DirectorySection[] = [
  'account',
  'owners',
  'pipelines',
  'exchangeRates',
  'callOutcomes',
  'users',
  'goals',
]

type ReadSection = (source: Source, directory: DirectoryStore, at: number) => Promise<void>

const READERS: Record<DirectorySection, ReadSection> = {
  account: async (source, directory) => directory.saveAccount(await source.account()),
  async owners(source, directory) {
    const { owners, teams } = await source.owners()
    await directory.saveOwners(owners, teams)
  },
  pipelines: async (source, directory) => directory.savePipelines(await source.pipelines()),
  exchangeRates: async (source, directory) => directory.saveExchangeRates(await source.exchangeRates()),
  callOutcomes: async (source, directory) => directory.saveCallOutcomes(await source.callOutcomes()),
  async users(source, directory, at) {
    const users = await source.users()
    if (users) await directory.saveUsers(users, at)
  },
  async goals(source, directory) {
    await directory.saveGoals(await source.goals(await directory.read()))
  },
}

export interface DirectoryPorts {
  source: Source
  directory: DirectoryStore
  clock: Clock
}

export type DirectoryFailures = ReadonlyMap<DirectorySection, SourceError>

/**
 * Reads parts of the directory. Goals come last, since they refer to owners, and not before an account has ever been
 * read.
 */
export async function readDirectory(
  ports: DirectoryPorts,
  parts: readonly DirectorySection[],
): Promise<DirectoryFailures> {
  const failures = new Map<DirectorySection, SourceError>()
  const before = await readingsByPart(ports.directory)
  const read = async (part: DirectorySection) => {
    const error = await readPart(ports, part, before.get(part)?.asOf ?? null)
    if (error) failures.set(part, error)
  }
  await Promise.all(parts.filter((part) => part !== 'goals').map(read))
  if (parts.includes('goals') && (await ports.directory.read()).account) await read('goals')
  return failures
}

async function readPart(
  { source, directory, clock }: DirectoryPorts,
  part: DirectorySection,
  lastAt: number | null,
): Promise<SourceError | null> {
  const asOf = clock.now()
  try {
    await READERS[part](source, directory, asOf)
  } catch (error) {
    if (!isSourceError(error)) throw error
    await directory.saveReading({ part, asOf: lastAt, error: error.message })
    return error
  }
  await directory.saveReading({ part, asOf, error: null })
  return null
}

async function readingsByPart(directory: DirectoryStore): Promise<Map<string, Reading>> {
  return new Map((await directory.readings()).map((reading) => [reading.part, reading]))
}

/** The parts that are out of date and those that failed, which are tried again each time. */
export async function dueSections(directory: DirectoryStore, now: number): Promise<DirectorySection[]> {
  const readings = await readingsByPart(directory)
  return DIRECTORY_SECTIONS.filter((part) => {
    const { asOf, error } = readings.get(part) ?? { asOf: null, error: null }
    return error !== null || isDue(asOf, DIRECTORY_EVERY_MS, now)
  })
}

export async function directorySummary(
  directory: DirectoryStore,
  failures: DirectoryFailures,
): Promise<DirectorySummary> {
  const readings = await readingsByPart(directory)
  const report = (part: DirectorySection): SectionSummary => ({
    asOf: readings.get(part)?.asOf ?? null,
    error: readings.get(part)?.error ?? null,
    fault: failures.get(part)?.fault ?? null,
  })
  return {
    account: report('account'),
    owners: report('owners'),
    pipelines: report('pipelines'),
    exchangeRates: report('exchangeRates'),
    callOutcomes: report('callOutcomes'),
    users: report('users'),
    goals: report('goals'),
  }
}
