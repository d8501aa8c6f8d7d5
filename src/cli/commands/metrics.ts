import type { Command } from 'commander'
import { readSettingsDocument } from '../../config/settings.ts'
import type { Settings } from '../../domain/company/settings.ts'
import { createTexts } from '../../i18n/texts.ts'
import type { Store } from '../../ports/store.ts'
import { readTrial } from '../../reports/trial/trial.ts'
import { readCompanyContext } from '../../values/context.ts'
import type { Services } from '../../wiring.ts'
import { namesKnownIn } from '../known-names.ts'
import { listText, metricRows } from '../metrics/metric-rows.ts'
import { trialText } from '../metrics/trial-text.ts'
import { readJson } from '../read-json.ts'
import { configFor, withStore } from '../run.ts'
import { CommandError, print, printJson, tell } from '../say.ts'

export function metricsCommand(command: Command, services: Services): Command {
  command
    .command('list')
    .description('list all metrics with their formulas, where each is used, and whether it has numbers')
    .option('--json', 'print all of it as JSON')
    .action((options: { json?: boolean }) => list(services, options))
  command
    .command('try')
    .description("count own metrics for the last four weeks from HubSpot's records, without saving anything")
    .argument('<file>', 'a settings document with "metrics", or that list alone; - for standard input')
    .action((file: string) => tryOut(services, file))
  return command
}

async function list(services: Services, { json }: { json?: boolean }): Promise<void> {
  await withStore(services, async (store) => {
    const company = await readCompanyContext({ store, clock: services.clock }, services.clock.now())
    const texts = createTexts('en').with(company.catalogue.named)
    const rows = metricRows(company, { texts, words: services.words })
    json ? printJson(rows) : print(listText(rows))
  })
}

/** A person is waiting. */
const TRIES = 3

async function tryOut(services: Services, file: string): Promise<void> {
  const document = documentOrThrow(await readJson(file), file)
  const config = configFor('hubspot', 'store')
  await withStore(services, async (store) => {
    const settings = await settingsOrThrow(services, store, { document, file })
    const { account } = await store.directory.read()
    const source = await services.createSource(config, {
      log: await services.createLog('silent'),
      zone: account?.zone ?? null,
      tries: TRIES,
      ...(store.isShared && { budgets: store.budgets }),
    })
    const { clock, words } = services
    const trial = await readTrial({ store, clock, words, source }, settings)
    print(trialText(trial, createTexts('en').with(trial.catalogue.named)))
    const isCounted = trial.tried.every(({ faults, values }) => faults.length === 0 && values !== null)
    process.exitCode = isCounted ? 0 : 1
  })
}

/** A settings document that declares metrics; a list alone is taken as its value. */
function documentOrThrow(json: unknown, file: string): object {
  const document = Array.isArray(json) ? { metrics: json } : json
  if (typeof document === 'object' && document !== null && 'metrics' in document) return document
  throw new CommandError(`${file} declares no own metrics: it has no key "metrics".`, 2)
}

/** The present settings with those of the document, which must be correct by itself. */
async function settingsOrThrow(
  { words }: Services,
  store: Store,
  { document, file }: { document: object; file: string },
): Promise<Settings> {
  const [present, directory] = await Promise.all([store.settings.read(), store.directory.read()])
  const names = namesKnownIn(directory)
  const read = (settings: Settings) =>
    readSettingsDocument(document, names, { settings, objects: [], typeOf: words.objectType })
  const reading = read({ ...present, ...NAMES_NOTHING })
  if ('complaints' in reading) {
    const complaints = reading.complaints.map((complaint) => `  - ${complaint}`)
    throw new CommandError([`The metrics of ${file} were not tried:`, ...complaints].join('\n'), 2)
  }
  const imported = read(present)
  if ('complaints' in imported)
    for (const complaint of imported.complaints) tell(`An import would be refused: ${complaint}`)
  return { ...present, ...reading.settings }
}

/** A metric that other settings name can be left out of a trial. */
const NAMES_NOTHING = { quotas: [], goals: [], scorecard: [], benchmarks: {}, digests: [] }
