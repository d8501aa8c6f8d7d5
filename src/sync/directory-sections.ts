/** Reads the parts of the directory, each on its own, so that a failing part does not stop the others. */

import { objectsNamed } from '../domain/company/own-metrics.ts'
import type { NamedObject } from '../domain/company/people.ts'
import type { Clock } from '../ports/clock.ts'
import type { DirectoryStore, Reading, SettingsStore } from '../ports/directory-store.ts'
import { type AskedObject, isSourceError, type Source, type SourceError } from '../ports/source.ts'
import { DIRECTORY_EVERY_MS, isDue } from './periods.ts'
import type { DirectorySection, DirectorySummary, SectionSummary } from './poll-summary.ts'

export const DIRECTORY_SECTIONS: readonly DirectorySection[] = [
  'account',
  'owners',
  'pipelines',
  'exchangeRates',
  'callOutcomes',
  'users',
  'objects',
  'goals',
]

const READERS: Record<DirectorySection, (ports: DirectoryPorts, at: number) => Promise<void>> = {
  account: async ({ source, directory }) => directory.saveAccount(await source.account()),
  async owners({ source, directory }) {
    const { owners, teams } = await source.owners()
    await directory.saveOwners(owners, teams)
  },
  pipelines: async ({ source, directory }) => directory.savePipelines(await source.pipelines()),
  exchangeRates: async ({ source, directory }) => directory.saveExchangeRates(await source.exchangeRates()),
  callOutcomes: async ({ source, directory }) => directory.saveCallOutcomes(await source.callOutcomes()),
  async users({ source, directory }, at) {
    const users = await source.users()
    if (users) await directory.saveUsers(users, at)
  },
  async objects({ source, directory, settings }) {
    const asked = objectsNamed((await settings.read()).metrics)
    const found = asked.length === 0 ? [] : await source.objects(asked)
    await directory.saveObjects(withKnownTypes(found, await directory.objects()))
  },
  async goals({ source, directory }) {
    await directory.saveGoals(await source.goals(await directory.read()))
  },
}

export interface DirectoryPorts {
  source: Source
  directory: DirectoryStore
  settings: SettingsStore
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
  ports: DirectoryPorts,
  part: DirectorySection,
  lastAt: number | null,
): Promise<SourceError | null> {
  const { directory, clock } = ports
  const asOf = clock.now()
  try {
    await READERS[part](ports, asOf)
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

/**
 * A type that the token may no longer read, or no longer look up by its name, keeps its id, so that its records are known
 * to be its own.
 */
function withKnownTypes(found: readonly NamedObject[], known: readonly NamedObject[]): NamedObject[] {
  return found.map((object) => {
    const isKnownBetter = object.type === null || object.type === object.name
    const before = isKnownBetter ? known.find(({ name }) => name === object.name)?.type : null
    return { ...object, type: before ?? object.type }
  })
}

/**
 * The parts that are out of date, those that failed, which are tried again each time, and the object types when own
 * metrics name others than HubSpot was asked about.
 */
export async function dueSections({
  directory,
  settings,
  clock,
}: Omit<DirectoryPorts, 'source'>): Promise<DirectorySection[]> {
  const readings = await readingsByPart(directory)
  const isNew = await namesOthers(objectsNamed((await settings.read()).metrics), directory)
  return DIRECTORY_SECTIONS.filter((part) => {
    const { asOf, error } = readings.get(part) ?? { asOf: null, error: null }
    return error !== null || isDue(asOf, DIRECTORY_EVERY_MS, clock.now()) || (part === 'objects' && isNew)
  })
}

async function namesOthers(asked: readonly AskedObject[], directory: DirectoryStore): Promise<boolean> {
  const known = await directory.objects()
  const isKnown = ({ name, properties }: AskedObject) => {
    const object = known.find((one) => one.name === name)
    return object !== undefined && properties.every((property) => object.asked.includes(property))
  }
  return asked.length !== known.length || !asked.every(isKnown)
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
    objects: report('objects'),
    goals: report('goals'),
  }
}
