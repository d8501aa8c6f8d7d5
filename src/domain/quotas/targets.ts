/** Targets, each computed only once, because those of reps are also parts of their teams' and of everyone's. */

import { type Roster, repsIn, type Scope } from '../company/roster.ts'
import { type Quota, quotasOf } from './quota.ts'
import { type AskedTarget, overlaps, sumOfMembers, type Target, targetOf } from './target.ts'

/** Returns the same as `targetOf`. */
export type Targets = (scope: Scope, asked: AskedTarget) => Target

export function createTargets(roster: Roster, quotas: readonly Quota[]): Targets {
  const known = new Map<string, Target>()

  function computed(scope: Scope, asked: AskedTarget): Target {
    const isHolder = scope.kind === 'rep' || scope.kind === 'team'
    const own = isHolder ? quotasOf(quotas, { holder: scope, metric: asked.metric }) : []
    if (scope.kind === 'rep' || own.some((quota) => overlaps(quota, asked)))
      return targetOf(roster, scope, own, asked)
    return sumOfMembers(
      repsIn(roster, scope).map(({ id }) => remembered({ kind: 'rep', ownerId: id }, asked)),
    )
  }

  function remembered(scope: Scope, asked: AskedTarget): Target {
    const key = `${keyOf(scope, asked.metric)} ${asked.from} ${asked.to}`
    const target = known.get(key) ?? computed(scope, asked)
    known.set(key, target)
    return target
  }

  return remembered
}

function keyOf(scope: Scope, metric: string): string {
  switch (scope.kind) {
    case 'rep':
      return `${metric} rep:${scope.ownerId}`
    case 'team':
      return `${metric} team:${scope.teamId}`
    case 'group':
      return `${metric} group:${scope.name}`
    case 'everyone':
      return `${metric} everyone`
  }
}
