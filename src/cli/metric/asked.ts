/** What the command asks for, and the errors that all its answers share. */

import type { Scope } from '../../domain/company/roster.ts'
import type { MetricOrder } from '../../reports/asked-metric.ts'
import { momentOrThrow, NEVER_READ } from '../run.ts'
import { CommandError } from '../say.ts'

export interface MetricOptions {
  rep?: string
  team?: string
  period: string
  at?: string
  json?: boolean
}

export function orderOf(id: string, options: MetricOptions): MetricOrder {
  return {
    metric: id,
    scope: scopeOf(options),
    period: options.period,
    at: momentOrThrow(options.at),
  }
}

function scopeOf({ rep, team }: MetricOptions): Scope {
  if (rep !== undefined && team !== undefined) throw new CommandError('Name a rep or a team, not both.', 2)
  if (rep !== undefined) return { kind: 'rep', ownerId: rep }
  return team === undefined ? { kind: 'everyone' } : { kind: 'team', teamId: team }
}

export function foundOrThrow<T extends object>(found: T | 'neverRead' | 'unknownScope'): T {
  if (found === 'neverRead') throw new CommandError(NEVER_READ, 1)
  if (found === 'unknownScope')
    throw new CommandError('There is no such rep or team. Ids are those of HubSpot owners and teams.', 2)
  return found
}
