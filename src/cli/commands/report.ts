import type { Command } from 'commander'
import { readReport } from '../../reports/report.ts'
import type { Services } from '../../wiring.ts'
import { recordMachineLooks } from '../looks.ts'
import { momentOrThrow, NEVER_READ, withStore } from '../run.ts'
import { CommandError, printJson } from '../say.ts'

interface Options {
  period: string[]
  at?: string
}

export function reportCommand(command: Command, services: Services): Command {
  return command
    .requiredOption('--period <words>', "such as 'this month' or 2026-Q3; can be repeated", collect, [])
    .option('--at <moment>', 'as of that moment, such as 2026-11-18T20:17:00Z')
    .option('--json', 'accepted for consistency: the report is always JSON')
    .action((options: Options) => report(services, options))
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}

async function report(services: Services, { period, at }: Options): Promise<void> {
  if (period.length === 0) throw new CommandError("Name a period, such as --period 'this month'.", 2)
  const moment = momentOrThrow(at)
  await withStore(
    services,
    async (store) => {
      await recordMachineLooks(store, { view: 'card', metrics: [], period: period.join(', ') })
      const report = await readReport(
        { store, clock: services.clock, words: services.words },
        { periods: period, at: moment },
      )
      if (!report) throw new CommandError(NEVER_READ, 1)
      printJson(report)
    },
    moment,
  )
}
