/** Own metrics tried out: counted for the last four weeks from records that are read from HubSpot and not stored. */
import { bucketsOf } from '../../domain/boards/trend.ts'
import { type OwnFault, ownFaults } from '../../domain/company/own-faults.ts'
import { type OwnMetric, objectsNamed, recordsOf } from '../../domain/company/own-metrics.ts'
import type { OwnTally } from '../../domain/company/own-tallies.ts'
import type { Directory, NamedObject } from '../../domain/company/people.ts'
import { personsOf } from '../../domain/company/persons.ts'
import { rosterFrom } from '../../domain/company/roster.ts'
import { rulesFrom } from '../../domain/company/rules.ts'
import type { Settings } from '../../domain/company/settings.ts'
import type { SyncedType } from '../../domain/facts/facts.ts'
import { askedDays } from '../../domain/figures/moment.ts'
import type { Catalogue } from '../../domain/metrics/catalogue.ts'
import type { TrialSource } from '../../ports/dated-source.ts'
import { catalogueOf } from '../../values/catalogue.ts'
import { readPeriodOrThrow } from '../asked-period.ts'
import type { ReportPorts } from '../report-ports.ts'
import { type CountedRecord, type TrialTally, tallyTrial, type Week } from './tally.ts'
import { readTrialRecords, type TrialReading } from './trial-records.ts'
import { type UnknownValue, unknownValues } from './unknown-values.ts'
import {
  amountInUnits,
  countedValues,
  ratioValues,
  readBuiltIn,
  type ValuesOf,
  type WeeklyValues,
} from './values.ts'

const TRIED_PERIOD = 'last 4 weeks'

/** How many records of a metric are named. */
const NAMED = 10

/** `amount`: in the unit of the metric. */
export interface TriedRecord extends CountedRecord {
  link: string
}

export interface TriedMetric {
  metric: OwnMetric
  faults: OwnFault[]
  unknownValues: UnknownValue[]
  /** `null`: it has no numbers. */
  values: WeeklyValues | null
  /** Metrics that a ratio is made of and that have no numbers. */
  unknownParts: string[]
  /** How many records of tracked reps count, and how many of them have a number that cannot be read. */
  counted: number
  badNumbers: number
  newest: TriedRecord[]
}

export interface Trial {
  currency: string
  exponent: number
  catalogue: Catalogue
  objects: readonly NamedObject[]
  weeks: Week[]
  readings: TrialReading[]
  tried: TriedMetric[]
}

export interface TrialPorts extends ReportPorts {
  source: TrialSource
}

/** Tries the own metrics of the settings. Rejects with a `SourceError` if HubSpot cannot be read at all. */
export async function readTrial(ports: TrialPorts, settings: Settings): Promise<Trial> {
  const { source, clock, words } = ports
  const { metrics } = settings
  const objects = await source.objects(objectsNamed(metrics))
  const directory = { ...(await knownDirectory(ports)), objects }
  const { account } = directory
  const [roster, rules] = [rosterFrom(directory, settings), rulesFrom(directory, settings, clock.now())]
  if (!account || !roster || !rules) throw new Error('the account was read, but there are no rules')
  const { zone, currency, exponent } = roster
  const days = askedDays(roster, readPeriodOrThrow(TRIED_PERIOD), { zone, at: clock.now() })
  const weeks = bucketsOf(days, 'week', roster.settings.weekStart)
  const { readings, facts } = await readTrialRecords(
    source,
    { tallies: rules.own, metrics },
    { ...days, zone },
  )
  const catalogue = catalogueOf(settings, { objects })
  const counts: Counts = {
    source,
    objects,
    catalogue,
    tallyOf: tallyTrial(facts, { roster, rules, weeks }),
    builtIn: await readBuiltIn(ports, metrics, TRIED_PERIOD),
    countable: countableIn(rules.own, readings),
    linkOf: (type, id) => words.recordLink(account, type, id),
  }
  const tried: TriedMetric[] = []
  for (const metric of metrics) tried.push(await tryOut(metric, counts))
  return { currency, exponent, catalogue, objects, weeks, readings, tried }
}

function countableIn(tallies: readonly OwnTally[], readings: readonly TrialReading[]): ReadonlySet<string> {
  const isRead = ({ type, date }: OwnTally) =>
    readings.some((one) => one.type === type && one.property === date.property && one.error === null)
  return new Set(tallies.filter(isRead).map(({ id }) => id))
}

interface Counts {
  source: TrialSource
  objects: readonly NamedObject[]
  catalogue: Catalogue
  tallyOf(metric: string): TrialTally
  builtIn: ReadonlyMap<string, WeeklyValues>
  /** Ids of the own metrics whose records can be counted. */
  countable: ReadonlySet<string>
  linkOf(type: SyncedType, id: string): string
}

async function tryOut(metric: OwnMetric, counts: Counts): Promise<TriedMetric> {
  const { source, objects, catalogue, tallyOf, builtIn, countable, linkOf } = counts
  const { id, ratio } = metric
  const object = objects.find(({ name }) => name === recordsOf(metric)?.object)
  const { records, badNumbers } = tallyOf(id)
  const valuesOf: ValuesOf = (one) =>
    countable.has(one) ? countedValues(catalogue, one, tallyOf(one)) : builtIn.get(one)
  const parts = ratio ? [...ratio.numerator, ...ratio.denominator] : []
  return {
    metric,
    faults: object ? ownFaults(metric, [object]) : [],
    unknownValues: await unknownValues(source, metric, object),
    values: (ratio ? ratioValues(ratio, valuesOf) : valuesOf(id)) ?? null,
    unknownParts: [...new Set(parts.filter((part) => valuesOf(part) === undefined))],
    counted: records.length,
    badNumbers,
    newest: newestOf(records).map((record) => ({
      ...record,
      amount: amountInUnits(catalogue, id, record.amount),
      link: linkOf(record.type, record.id),
    })),
  }
}

/** The latest day first; within a day the highest id, which HubSpot assigned last. */
function newestOf(records: readonly CountedRecord[]): CountedRecord[] {
  const ordered = [...records].sort((a, b) =>
    a.day === b.day ? Number(b.id) - Number(a.id) : a.day < b.day ? 1 : -1,
  )
  return ordered.slice(0, NAMED)
}

/** What the store knows of the account; read from HubSpot if it knows nothing yet. */
async function knownDirectory({ store, source }: TrialPorts): Promise<Directory> {
  const known = await store.directory.read()
  if (known.account) return known
  const [account, { owners, teams }, exchangeRates] = await Promise.all([
    source.account(),
    source.owners(),
    source.exchangeRates(),
  ])
  return { ...known, account, owners: personsOf(owners), teams, exchangeRates }
}
