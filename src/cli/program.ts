/** The command line: words become one command, which uses the parts it is handed. */
import { Command, CommanderError } from 'commander'
import type { Parts } from '../wiring.ts'
import { explain, tell } from './say.ts'

interface Listed {
  name: string
  description: string
  /** What adds its arguments, options and what it does. */
  load: () => Promise<(command: Command, parts: Parts) => Command>
}

const COMMANDS: readonly Listed[] = [
  {
    name: 'start',
    description: 'run the bot',
    load: async () => (await import('./commands/start.ts')).startCommand,
  },
  {
    name: 'demo',
    description: 'the bot against a pretend HubSpot and Slack, with a page to watch it and type commands',
    load: async () => (await import('./commands/demo.ts')).demoCommand,
  },
  {
    name: 'doctor',
    description:
      'look at tokens, scopes, zone, tables, clock, digests, admins, how complete the data is and what is wrong with it',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  {
    name: 'sync',
    description: 'read HubSpot up to now, and the whole where it was never read',
    load: async () => (await import('./commands/sync.ts')).syncCommand,
  },
  {
    name: 'report',
    description: 'every metric for every rep, every team and everyone, as JSON',
    load: async () => (await import('./commands/report.ts')).reportCommand,
  },
  {
    name: 'metric',
    description: 'one metric for a rep, a team or everyone',
    load: async () => (await import('./commands/metric.ts')).metricCommand,
  },
  {
    name: 'insights',
    description: 'what moves bookings, where reps, stages and territories differ, and what is usual',
    load: async () => (await import('./commands/insights.ts')).insightsCommand,
  },
  {
    name: 'digest',
    description: 'the digests: what is set up, and what one would say',
    load: async () => (await import('./commands/digest.ts')).digestCommand,
  },
  {
    name: 'verify',
    description: 'work all tallies out anew from the facts and compare',
    load: async () => (await import('./commands/verify.ts')).verifyCommand,
  },
  {
    name: 'settings',
    description: 'the settings as one JSON document',
    load: async () => (await import('./commands/settings.ts')).settingsCommand,
  },
  {
    name: 'quotas',
    description: 'targets of reps and teams',
    load: async () => (await import('./commands/quotas.ts')).quotasCommand,
  },
  {
    name: 'manifest',
    description: 'print the Slack app manifest',
    load: async () => (await import('./commands/manifest.ts')).manifestCommand,
  },
]

/** Runs one command. Sets the exit code: 0 done, 1 a check failed, 2 wrong use or configuration. */
export async function runCommand(parts: Parts, argv: readonly string[]): Promise<void> {
  try {
    const root = await program(parts, askedOf(argv))
    await root.parseAsync([...argv])
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

/** The root with all commands, of which only the one that is asked for is loaded. */
async function program(parts: Parts, asked: string | undefined): Promise<Command> {
  const root = new Command('scoreline')
    .description('A Slack bot for sales teams on HubSpot.')
    .showHelpAfterError("Try 'scoreline help' for the commands.")
  for (const { name, description, load } of COMMANDS) {
    const command = new Command(name).description(description)
    root.addCommand(name === asked ? (await load())(command, parts) : command)
  }
  return exitsByError(root)
}

/** The command that is to be run, or explained. */
function askedOf(argv: readonly string[]): string | undefined {
  return argv.slice(2).find((word) => word !== 'help' && !word.startsWith('-'))
}

/** Commands tell by an error what went wrong, so that there is one place that ends. */
function exitsByError(command: Command): Command {
  command.exitOverride()
  for (const sub of command.commands) exitsByError(sub)
  return command
}
