/** The context of one question: who asks, their owner and rep, the roster, and the moment. */
import type { Asker } from '../domain/access/asker.ts'
import type { Surface } from '../domain/access/look.ts'
import type { Subject } from '../domain/access/subject.ts'
import { nameRunningPeriod } from '../domain/calendar/name-period.ts'
import { type PeriodSpec, THIS_MONTH } from '../domain/calendar/period.ts'
import type { Owner } from '../domain/company/people.ts'
import { periodBasis, type Rep, type Roster, type Scope, zoneOfScope } from '../domain/company/roster.ts'
import type { Rules } from '../domain/company/rules.ts'
import { type AskedDays, askedDays } from '../domain/figures/moment.ts'
import { periodInForce } from '../domain/quotas/target.ts'
import type { Store } from '../ports/store.ts'
import type { CompanyContext } from '../values/context.ts'

/** Where a question was asked. */
export interface AskedBy {
  surface: Surface
  /** Who reads the answer, if not the asker: `cli:` and the user of the machine. */
  actor: string | null
  /** The people mentioned in the words, as Slack describes them now. */
  mentioned: readonly Asker[]
}

export const ASKED_IN_COMMAND: AskedBy = { surface: 'command', actor: null, mentioned: [] }

export interface AnswerContext {
  store: Store
  company: CompanyContext
  roster: Roster
  rules: Rules
  asker: Asker
  by: AskedBy
  /** The owner that the asker is linked to. */
  self: Owner
  /** The same person as a tracked rep; `undefined` if they are not one. */
  selfRep: Rep | undefined
  now: number
}

/** The period of the quota in force, otherwise the month. */
export function specInForce(
  { roster, company, now }: AnswerContext,
  scope: Scope,
  metric: string,
): PeriodSpec {
  const basis = periodBasis(roster, scope, now)
  const span = periodInForce(roster, scope, { quotas: company.quotas, metric, today: basis.today })
  return span ? nameRunningPeriod(span, basis) : THIS_MONTH
}

export function scopeOf(subject: Subject): Scope {
  switch (subject.kind) {
    case 'rep':
      return { kind: 'rep', ownerId: subject.ownerId }
    case 'team':
      return { kind: 'team', teamId: subject.teamId }
    case 'everyone':
      return { kind: 'everyone' }
  }
}

/** The days of a period in the time zone of the scope. */
export function daysFor({ roster, now }: AnswerContext, scope: Scope, spec: PeriodSpec): AskedDays {
  return askedDays(roster, spec, { zone: zoneOfScope(roster, scope), at: now })
}
