import type { Command } from 'commander'
import { readInsights } from '../../reports/insights/insights.ts'
import type { Services } from '../../wiring.ts'
import { insightsText } from '../insights/insights-text.ts'
import { recordMachineLooks } from '../looks.ts'
import { momentOrThrow, NEVER_READ, withStore } from '../run.ts'
import { CommandError, print, printJson } from '../say.ts'
import { textsFor } from '../texts.ts'

interface Options {
  at?: string
  json?: boolean
}

export function insightsCommand(command: Command, services: Services): Command {
  return command
    .option('--at <moment>', 'as of that moment, such as 2026-11-18T20:17:00Z')
    .option('--json', 'print all of it, including each rep, as JSON')
    .action((options: Options) => insights(services, options))
}

async function insights(services: Services, { at, json }: Options): Promise<void> {
  const moment = momentOrThrow(at)
  await withStore(
    services,
    async (store) => {
      await recordMachineLooks(store, { view: 'card', metrics: [], period: null })
      const document = await readInsights({ store, clock: services.clock }, { at: moment })
      if (!document) throw new CommandError(NEVER_READ, 1)
      json ? printJson(document) : print(insightsText(document, await textsFor(store)))
    },
    moment,
  )
}
