/** Messages: logged LinkedIn, SMS and WhatsApp ones. */
import type { RulesBody } from '../company/rules.ts'
import {
  AT_ONCE,
  COUNT,
  type Collector,
  type FactBase,
  type FlawCollector,
  type ObjectType,
} from './object-type.ts'

/** `channel` as HubSpot names it. */
export interface MessageFact extends FactBase {
  type: 'communications'
  at: number | null
  channel: string | null
}

const TALLIES = { messages: COUNT } as const
const DATES = { at: AT_ONCE } as const

export const communications = {
  tallies: TALLIES,
  families: {},
  collect: (message: MessageFact, _rules: RulesBody, to: Collector<keyof typeof TALLIES>) =>
    to.add(message.at, 'messages', 1),
  dates: DATES,
  flaws: {},
  findFlaws: (message: MessageFact, _rules: RulesBody, to: FlawCollector<keyof typeof DATES>) =>
    to.date('at', message.at),
  named: [],
} as const satisfies ObjectType<MessageFact>
