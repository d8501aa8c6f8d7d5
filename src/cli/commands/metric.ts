import { Command } from 'commander'
import { type MetricFound, readMetric } from '../../answers/metric.ts'
import { CATALOGUE, findMetric } from '../../domain/metrics/catalogue.ts'
import type { Scope } from '../../domain/roster.ts'
import { scopesOf } from '../../domain/scopes.ts'
import { createTexts } from '../../i18n/texts.ts'
import type { Parts } from '../parts.ts'
import { CommandError, momentOrThrow, NEVER_READ, print, printJson, withStore } from '../run.ts'

interface Options {
  rep?: string
  team?: string
  period: string
  at?: string
  json?: boolean
}

export function metricCommand(parts: Parts): Command {
  return new Command('metric')
    .description('one metric for a rep, a team or everyone')
    .argument('<id>', 'such as revenue or win_rate')
    .option('--rep <owner id>', 'of a rep')
    .option('--team <team id>', 'of a team')
    .requiredOption('--period <words>', "such as 'this month' or 2026-Q3")
    .option('--at <moment>', 'as at that moment, such as 2026-11-18T20:17:00Z')
    .option('--json', 'print the value with its parts as JSON')
    .action((id: string, options: Options) => metric(parts, id, options))
}

async function metric(parts: Parts, id: string, options: Options): Promise<void> {
  const declared = findMetric(id)
  if (!declared) {
    throw new CommandError(
      `There is no metric '${id}'. There are: ${CATALOGUE.map((one) => one.id).join(', ')}.`,
      2,
    )
  }
  const at = momentOrThrow(options.at)
  const scope = scopeOf(options)
  await withStore(parts, async (store) => {
    const found = await readMetric(
      { store, clock: parts.clock },
      { metric: id, scope, period: options.period, at },
    )
    if (found === 'neverRead') throw new CommandError(NEVER_READ, 1)
    if (found === 'unknownScope')
      throw new CommandError('There is no such rep or team. Ids are those of HubSpot owners and teams.', 2)
    if (options.json) return printJson(found)
    print(lineOf(found))
  })
}

function lineOf(found: MetricFound): string {
  const texts = createTexts('en')
  const { metric, missing, unreadable, from, to } = found
  const names = { metric: texts.metricName(metric), period: `${from} to before ${to}` }
  if (unreadable.length > 0) {
    const types = unreadable.map((type) => texts.say(`type.${type}`)).join(', ')
    return texts.say('missing.scope', { ...names, types, scopes: scopesOf(unreadable).join(', ') })
  }
  if (missing) return texts.say(`missing.${missing}`, names)
  const how = { currency: found.currency, exponent: found.exponent, room: 'full' } as const
  return `${names.metric}: ${texts.value(metric, found.value, how)}  (${names.period})`
}

function scopeOf({ rep, team }: Options): Scope {
  if (rep !== undefined && team !== undefined) throw new CommandError('Name a rep or a team, not both.', 2)
  if (rep !== undefined) return { kind: 'rep', ownerId: rep }
  return team === undefined ? { kind: 'everyone' } : { kind: 'team', teamId: team }
}
