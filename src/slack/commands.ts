/** The slash commands: one router, and aliases that put words in front of what is typed. */

export const ROUTER = '/sales'

interface Alias {
  suffix: string
  words: string
  description: string
  usageHint: string
}

/** Aliases share the router's name, so that typing it lists them. */
export const ALIASES: readonly Alias[] = [
  {
    suffix: 'quota',
    words: 'quota',
    description: 'Quota, pace and what is still needed',
    usageHint: '[person or team] [period]',
  },
  {
    suffix: 'top',
    words: 'top',
    description: 'The board for one number',
    usageHint: '[5] [number] [period] [team]',
  },
  {
    suffix: 'calls',
    words: 'calls',
    description: 'Calls beside the last period',
    usageHint: '[person or team] [period]',
  },
  {
    suffix: 'meetings',
    words: 'meetings',
    description: 'Meetings beside the last period',
    usageHint: '[person or team] [period]',
  },
  {
    suffix: 'pipeline',
    words: 'pipeline',
    description: 'Open pipeline',
    usageHint: '[person or team] [period]',
  },
]

export interface CommandEntry {
  command: string
  description: string
  usageHint: string
}

/** Every command of an app, given its router's name. */
export function commandsOf(router: string): CommandEntry[] {
  return [
    {
      command: router,
      description: 'Your numbers, quota and pace; only you see the answer',
      usageHint: '[person or team] [number] [period], or help',
    },
    ...ALIASES.map(({ suffix, ...entry }) => ({
      command: `${router}-${suffix}`,
      description: entry.description,
      usageHint: entry.usageHint,
    })),
  ]
}

/** What a command and its typed words ask; `null` for an alias that does not exist (any more). */
export function readCommand(command: string, typed: string): { router: string; words: string } | null {
  const words = typed.trim().replace(/\s+/g, ' ')
  const alias = ALIASES.find(({ suffix }) => command.endsWith(`-${suffix}`))
  if (alias) {
    return { router: command.slice(0, -alias.suffix.length - 1), words: `${alias.words} ${words}`.trim() }
  }
  // Where `/sales` is taken, the router has another name, so any name may be the router. Under our own prefix only the
  // aliases above exist.
  return command.startsWith(`${ROUTER}-`) ? null : { router: command, words }
}
