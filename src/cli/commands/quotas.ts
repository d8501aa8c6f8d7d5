import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { Command } from 'commander'
import { knownMetrics } from '../../config/known-metrics.ts'
import { readQuotasCsv } from '../../config/quotas-csv.ts'
import { nameOf, type Owner, trackedReps } from '../../domain/company/people.ts'
import { settingsOfPersons } from '../../domain/company/persons.ts'
import type { QuotaSetting } from '../../domain/company/settings.ts'
import { createCatalogue } from '../../domain/metrics/catalogue.ts'
import { replaceCsvQuotas } from '../../domain/quotas/replace-csv-quotas.ts'
import type { Parts } from '../../wiring.ts'
import { CommandError, NEVER_READ, tell, withStore } from '../run.ts'

export function quotasCommand(parts: Parts): Command {
  const command = new Command('quotas').description('targets of reps and teams')
  command
    .command('import')
    .description('take quotas from a CSV file with the columns who, metric, from, to and target')
    .argument('<file>', 'a CSV file, or - for standard input')
    .action((file: string) => importFrom(parts, file))
  return command
}

async function importFrom(parts: Parts, file: string): Promise<void> {
  const text = await readText(file)
  await withStore(parts, async (store) => {
    const [people, settings] = await Promise.all([store.directory.read(), store.settings.read()])
    if (!people.account) throw new CommandError(NEVER_READ, 1)
    const at = new Date(parts.clock.now()).toISOString()
    const reading = readQuotasCsv(text, { people, known: knownMetrics(createCatalogue()), at })
    if ('complaints' in reading) throw refusal(file, reading.complaints)
    const { quotas, added, replaced, unchanged } = replaceCsvQuotas(settings.quotas, reading.quotas)
    if (added + replaced > 0) await store.settings.save({ quotas })
    tell(`Quotas of ${file}: ${added} new, ${replaced} changed, ${unchanged} as they were.`)
    const { tracked } = settingsOfPersons(settings, people.owners)
    const untracked = untrackedIn(reading.quotas, people.owners, tracked)
    if (untracked.length > 0) tell(`Not tracked, so that these count nowhere: ${untracked.join(', ')}.`)
  })
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
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CommandError(`${file} is no UTF-8 text. Save it as 'CSV UTF-8'.`, 2)
  }
}
