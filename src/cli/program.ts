/** The command line: words become one command, which uses the parts it is handed. */
import { Command, CommanderError } from 'commander'
import type { Parts } from '../wiring.ts'
import { demoCommand } from './commands/demo.ts'
import { digestCommand } from './commands/digest.ts'
import { doctorCommand } from './commands/doctor.ts'
import { insightsCommand } from './commands/insights.ts'
import { manifestCommand } from './commands/manifest.ts'
import { metricCommand } from './commands/metric.ts'
import { quotasCommand } from './commands/quotas.ts'
import { reportCommand } from './commands/report.ts'
import { settingsCommand } from './commands/settings.ts'
import { startCommand } from './commands/start.ts'
import { syncCommand } from './commands/sync.ts'
import { verifyCommand } from './commands/verify.ts'
import { explain, tell } from './run.ts'

/** Runs one command. Sets the exit code: 0 done, 1 a check failed, 2 wrong use or configuration. */
export async function runCommand(parts: Parts, argv: readonly string[]): Promise<void> {
  try {
    await program(parts).parseAsync([...argv])
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2
      return
    }
    const { text, exitCode } = explain(error)
    tell(text)
    process.exitCode = exitCode
  }
}

function program(parts: Parts): Command {
  const commands = [
    startCommand,
    demoCommand,
    doctorCommand,
    syncCommand,
    reportCommand,
    metricCommand,
    insightsCommand,
    digestCommand,
    verifyCommand,
    settingsCommand,
    quotasCommand,
    manifestCommand,
  ]
  const root = new Command('scoreline')
    .description('A Slack bot for sales teams on HubSpot.')
    .showHelpAfterError("Try 'scoreline help' for the commands.")
  for (const make of commands) root.addCommand(make(parts))
  return exitsByError(root)
}

/** Commands tell by an error what went wrong, so that there is one place that ends. */
function exitsByError(command: Command): Command {
  command.exitOverride()
  for (const sub of command.commands) exitsByError(sub)
  return command
}
