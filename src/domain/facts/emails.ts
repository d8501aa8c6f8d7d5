/** E-mails: those that were sent, and those that were replied to. */
import type { RulesBody } from '../company/rules.ts'
import {
  AT_ONCE,
  COUNT,
  type Collector,
  type FactBase,
  type FlawCollector,
  type ObjectType,
} from './object-type.ts'

export interface EmailFact extends FactBase {
  type: 'emails'
  at: number | null
  direction: string | null
  status: string | null
  replyCount: number | null
}

const TALLIES = { emails: COUNT, emails_replied: COUNT } as const
const DATES = { at: AT_ONCE } as const

const SENT_DIRECTIONS = ['EMAIL', 'FORWARDED_EMAIL']

/** Whether an e-mail went out. */
function isSent({ direction, status }: EmailFact): boolean {
  const isOut = direction !== null && SENT_DIRECTIONS.includes(direction)
  return isOut && (status === null || status === 'SENT')
}

function collect(email: EmailFact, _rules: RulesBody, to: Collector<keyof typeof TALLIES>): void {
  if (!isSent(email)) return
  to.add(email.at, 'emails', 1)
  if ((email.replyCount ?? 0) >= 1) to.add(email.at, 'emails_replied', 1)
}

function findFlaws(email: EmailFact, _rules: RulesBody, to: FlawCollector<keyof typeof DATES>): void {
  if (isSent(email)) to.date('at', email.at)
}

export const emails = {
  tallies: TALLIES,
  families: {},
  collect,
  dates: DATES,
  flaws: {},
  findFlaws,
  effortAt: (email: EmailFact) => (isSent(email) ? email.at : null),
  named: [],
} as const satisfies ObjectType<EmailFact>
