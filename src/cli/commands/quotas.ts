import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import { decodeText } from '../../config/decode-text.ts'
import { knownMetrics } from '../../config/known-metrics.ts'
import { readQuotasCsv } from '../../config/quotas-csv.ts'
import { nameOf, type Owner, trackedReps } from '../../domain/company/people.ts'
import { settingsOfPersons } from '../../domain/company/persons.ts'
import type { QuotaSetting } from '../../domain/company/settings.ts'
import { replaceCsvQuotas } from '../../domain/quotas/replace-csv-quotas.ts'
import { metricNames } from '../../i18n/metric-names.ts'
import { createTexts } from '../../i18n/texts.ts'
import type { Store } from '../../ports/store.ts'
import { catalogueOf } from '../../values/catalogue.ts'
import { type CompanyContext, readCompanyContext } from '../../values/context.ts'
import type { Services } from '../../wiring.ts'
import { KNOWN_NAMES } from '../known-names.ts'
import { type QuotaRow, quotaRows, quotaText } from '../quotas/quota-rows.ts'
import { NEVER_READ, withStore } from '../run.ts'
import { CommandError, print, printJson, tell } from '../say.ts'

export function quotasCommand(command: Command, services: Services): Command {
  command
    .command('import')
    .description('import quotas from a CSV file with the columns who, metric, from, to and target')
    .argument('<file>', 'a CSV file, or - for standard input')
    .action((file: string) => importFrom(services, file))
  command
    .command('list')
    .description('list all quotas by source: HubSpot goals, CSV files, Slack')
    .option('--json', 'print who, metric, days (the last not included), target and state of each as JSON')
    .action((options: { json?: boolean }) => list(services, options))
  return command
}

async function importFrom(services: Services, file: string): Promise<void> {
  const text = await readText(file)
  await withStore(services, async (store) => {
    const [people, settings] = await Promise.all([store.directory.read(), store.settings.read()])
    if (!people.account) throw new CommandError(NEVER_READ, 1)
    const catalogue = catalogueOf(settings, people)
    const reading = readQuotasCsv(text, {
      people,
      known: knownMetrics(catalogue),
      metricNames: metricNames(catalogue),
      money: { currency: people.account.currency, languages: KNOWN_NAMES.languages },
      fiscalYearStartMonth: settings.fiscalYearStartMonth,
      at: new Date(services.clock.now()).toISOString(),
    })
    if ('complaints' in reading) throw refusal(file, reading.complaints)
    const { quotas, added, replaced, unchanged } = replaceCsvQuotas(settings.quotas, reading.quotas)
    if (added + replaced > 0) await store.settings.save({ quotas })
    const understood = settingsOfPersons({ ...settings, quotas: reading.quotas }, people.owners).quotas
    await printTaken(services, store, understood)
    tell(`Quotas of ${file}: ${added} new, ${replaced} changed, ${unchanged} unchanged.`)
    const { tracked } = settingsOfPersons(settings, people.owners)
    const untracked = untrackedIn(reading.quotas, people.owners, tracked)
    if (untracked.length > 0) tell(`Not tracked, so these count nowhere: ${untracked.join(', ')}.`)
  })
}

/** What the file says as it was understood, so that a misread amount or day shows at once. */
async function printTaken(services: Services, store: Store, taken: readonly QuotaSetting[]): Promise<void> {
  const context = await readCompanyContext({ store, clock: services.clock }, services.clock.now())
  const keys = new Set(taken.map(keyOf))
  const rows = quotaRows(context).filter((row) => row.source === 'csv' && keys.has(keyOf(row)))
  for (const line of linesOf(rows, context)) print(line)
}

function keyOf({ who, metric, from, to }: Pick<QuotaRow, 'who' | 'metric' | 'from' | 'to'>): string {
  return [who, metric, from, to].join(' ')
}

const SOURCES = { hubspot: 'HubSpot goals', csv: 'CSV files', slack: 'Slack' }

async function list(services: Services, { json }: { json?: boolean }): Promise<void> {
  await withStore(services, async (store) => {
    const context = await readCompanyContext({ store, clock: services.clock }, services.clock.now())
    if (!context.roster) throw new CommandError(NEVER_READ, 1)
    const rows = quotaRows(context)
    if (json) return printJson(rows)
    if (rows.length === 0) print('There are no quotas.')
    for (const [source, some] of Map.groupBy(rows, (row) => row.source)) {
      print(SOURCES[source])
      for (const line of linesOf(some, context)) print(`  ${line}`)
    }
  })
}

function linesOf(rows: readonly QuotaRow[], { roster, catalogue }: CompanyContext): string[] {
  const { metricName } = createTexts('en').with(catalogue.named)
  const currency = roster?.currency ?? ''
  return rows.map((row) => quotaText(row, { metricName: (id) => metricName(id), catalogue, currency }))
}

function refusal(file: string, complaints: readonly string[]): CommandError {
  const lines = [`Nothing was imported from ${file}:`, ...complaints.map((complaint) => `  - ${complaint}`)]
  return new CommandError(lines.join('\n'), 2)
}

function untrackedIn(
  quotas: readonly QuotaSetting[],
  owners: readonly Owner[],
  tracked: readonly string[] | null,
): string[] {
  const reps = trackedReps(owners, tracked)
  const held = owners.filter((owner) => quotas.some(({ who }) => who === `rep:${owner.id}`))
  return held.filter((owner) => !reps.includes(owner)).map((owner) => `${nameOf(owner)} (${owner.id})`)
}

async function readText(file: string): Promise<string> {
  const bytes = await (file === '-' ? buffer(process.stdin) : readFile(file)).catch((cause: unknown) => {
    throw new CommandError(`${file} cannot be read: ${cause instanceof Error ? cause.message : cause}`, 2)
  })
  const text = decodeText(bytes)
  if (text === null)
    throw new CommandError(`${file} is neither UTF-8 nor UTF-16 text. Save it as 'CSV UTF-8'.`, 2)
  return text
}
