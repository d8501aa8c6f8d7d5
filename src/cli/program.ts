/** The command line: arguments become one command, which uses the services it is given. */
import { Command, CommanderError } from 'commander'
import type { Services } from '../wiring.ts'
import { explain, tell } from './say.ts'

interface Listed {
  name: string
  description: string
  /** Loads the function that adds its arguments, options and action. */
  load: () => Promise<(command: Command, services: Services) => Command>
}

const COMMANDS: readonly Listed[] = [
  {
    name: 'start',
    description: 'run the bot',
    load: async () => (await import('./commands/start.ts')).startCommand,
  },
  {
    name: 'demo',
    description: 'run the bot against a pretend HubSpot and Slack, with a page to watch it and type commands',
    load: async () => (await import('./commands/demo.ts')).demoCommand,
  },
  {
    name: 'doctor',
    description:
      'check the proxy, tokens, scopes, zone, tables, clock, digests, admins, and how complete and correct the data is',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  {
    name: 'sync',
    description: 'read HubSpot up to now, and everything that has never been read',
    load: async () => (await import('./commands/sync.ts')).syncCommand,
  },
  {
    name: 'report',
    description: 'print every metric for every rep, every team and everyone, as JSON',
    load: async () => (await import('./commands/report.ts')).reportCommand,
  },
  {
    name: 'metric',
    description: 'print one metric for a rep, a team or everyone',
    load: async () => (await import('./commands/metric.ts')).metricCommand,
  },
  {
    name: 'metrics',
    description: 'all metrics with their formulas; own metrics can be tried out before they are imported',
    load: async () => (await import('./commands/metrics.ts')).metricsCommand,
  },
  {
    name: 'ask',
    description: 'answer a question as somebody would see it in Slack',
    load: async () => (await import('./commands/ask.ts')).askCommand,
  },
  {
    name: 'people',
    description: 'the people of HubSpot: ids, teams, how Slack finds them, quotas in force, leave',
    load: async () => (await import('./commands/people.ts')).peopleCommand,
  },
  {
    name: 'insights',
    description: 'what moves bookings, where reps, stages and territories differ, and what is usual',
    load: async () => (await import('./commands/insights.ts')).insightsCommand,
  },
  {
    name: 'digest',
    description: 'the digests: which are set up, and what one would say',
    load: async () => (await import('./commands/digest.ts')).digestCommand,
  },
  {
    name: 'verify',
    description: 'recompute all tallies from the facts and compare',
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

/**
 * Runs one command. Sets the exit code: 0 done, 1 the command or a check failed, 2 incorrect usage or configuration.
 */
export async function runCommand(services: Services, argv: readonly string[]): Promise<void> {
  try {
    const root = await program(services, askedOf(argv))
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

/** The root with all commands; only the requested one is loaded. */
async function program(services: Services, asked: string | undefined): Promise<Command> {
  const root = new Command('scoreline')
    .description('A Slack bot for sales teams on HubSpot.')
    .showHelpAfterError("Try 'scoreline help' for the commands.")
  for (const { name, description, load } of COMMANDS) {
    const command = new Command(name).description(description)
    root.addCommand(name === asked ? (await load())(command, services) : command)
  }
  return exitsByError(root)
}

/** The command to run or to show help for. */
function askedOf(argv: readonly string[]): string | undefined {
  return argv.slice(2).find((word) => word !== 'help' && !word.startsWith('-'))
}

/** Commands throw an error when something goes wrong, so that there is one place that ends the process. */
function exitsByError(command: Command): Command {
  command.exitOverride()
  for (const sub of command.commands) exitsByError(sub)
  return command
}
