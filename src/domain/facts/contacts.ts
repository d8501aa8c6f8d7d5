/** Contacts: leads, and the lifecycle stages that they entered. */
import type { RulesBody } from '../company/rules.ts'
import {
  AT_ONCE,
  COUNT,
  type Collector,
  type FactBase,
  type FlawCollector,
  isUnreadable,
  type ObjectType,
} from './object-type.ts'

/** Lifecycle dates are the first ever seen; `null`: the contact was never seen entering the stage. */
export interface ContactFact extends FactBase {
  type: 'contacts'
  createdAt: number | null
  mqlAt: number | null
  sqlAt: number | null
  opportunityAt: number | null
  customerAt: number | null
  /** Text of the property that the settings name. */
  territory: string | null
}

const TALLIES = { leads: COUNT, mqls: COUNT, sqls: COUNT, opportunities: COUNT, customers: COUNT } as const

function collect(contact: ContactFact, _rules: RulesBody, to: Collector<keyof typeof TALLIES>): void {
  to.add(contact.createdAt, 'leads', 1)
  to.add(contact.mqlAt, 'mqls', 1)
  to.add(contact.sqlAt, 'sqls', 1)
  to.add(contact.opportunityAt, 'opportunities', 1)
  to.add(contact.customerAt, 'customers', 1)
}

const DATES = {
  createdAt: AT_ONCE,
  mqlAt: AT_ONCE,
  sqlAt: AT_ONCE,
  opportunityAt: AT_ONCE,
  customerAt: AT_ONCE,
} as const

const STAGES = ['mql', 'sql', 'opportunity', 'customer'] as const

/** A stage that was never entered is not a flaw, nor is a stage with a date that was read earlier. */
function findFlaws(contact: ContactFact, _rules: RulesBody, to: FlawCollector<keyof typeof DATES>): void {
  to.date('createdAt', contact.createdAt)
  if (contact.unreadable === undefined) return
  for (const stage of STAGES) {
    if (isUnreadable(contact, stage)) to.date(`${stage}At`, contact[`${stage}At`])
  }
}

/** With the first lifecycle dates, which HubSpot may have overwritten. */
function remember(contact: ContactFact, before: ContactFact): ContactFact {
  return {
    ...contact,
    mqlAt: earliest(contact.mqlAt, before.mqlAt),
    sqlAt: earliest(contact.sqlAt, before.sqlAt),
    opportunityAt: earliest(contact.opportunityAt, before.opportunityAt),
    customerAt: earliest(contact.customerAt, before.customerAt),
  }
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

export const contacts = {
  tallies: TALLIES,
  families: {},
  collect,
  dates: DATES,
  flaws: {},
  findFlaws,
  remember,
  named: ['territory'],
} as const satisfies ObjectType<ContactFact>
