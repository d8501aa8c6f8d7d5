import type { Command } from 'commander'
import { createTexts } from '../../i18n/texts.ts'
import { readCompanyContext } from '../../values/context.ts'
import type { Services } from '../../wiring.ts'
import { personRows, personText } from '../people/person-rows.ts'
import { NEVER_READ, withStore } from '../run.ts'
import { CommandError, print, printJson } from '../say.ts'

export function peopleCommand(command: Command, services: Services): Command {
  return command
    .option('--json', 'print all of it as JSON')
    .action((options: { json?: boolean }) => list(services, options))
}

async function list(services: Services, { json }: { json?: boolean }): Promise<void> {
  await withStore(services, async (store) => {
    const context = await readCompanyContext({ store, clock: services.clock }, services.clock.now())
    const { roster, catalogue } = context
    if (!roster) throw new CommandError(NEVER_READ, 1)
    const rows = personRows(context)
    if (json) return printJson(rows)
    const { metricName } = createTexts('en').with(catalogue.named)
    const words = { metricName: (id: string) => metricName(id), catalogue, currency: roster.currency }
    print(rows.map((row) => personText(row, words)).join('\n\n'))
  })
}
