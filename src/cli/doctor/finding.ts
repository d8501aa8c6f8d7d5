/** A finding of doctor, and the findings about the environment. */
import type { Need } from '../../config/config.ts'
import { environment, readConfig } from '../../config/environment.ts'

/** `fix`: somebody has to do what `remedy` says; `note`: worth knowing. */
export interface Finding {
  check: string
  state: 'ok' | 'note' | 'fix'
  text: string
  remedy: string | null
}

export function ok(check: string, text: string): Finding {
  return { check, state: 'ok', text, remedy: null }
}

export function note(check: string, text: string, remedy: string | null = null): Finding {
  return { check, state: 'note', text, remedy }
}

export function fix(check: string, text: string, remedy: string): Finding {
  return { check, state: 'fix', text, remedy }
}

/** From a message that says what is wrong in its first sentence and what to do in the rest. */
export function fixFrom(check: string, message: string, otherwise: string): Finding {
  const [text = message, ...remedy] = message.split(/(?<=\.) (?=[A-Z])/)
  return fix(check, text.replace(/\.$/, ''), remedy.join(' ') || otherwise)
}

const SET_IT = 'Set it in the environment or in .env; .env.example explains each variable.'

/** Every complaint about a part of the environment; the other parts are still checked. */
export function complaints(need: Need): Finding[] {
  const reading = readConfig([need], environment())
  return 'complaints' in reading
    ? reading.complaints.map((text) => fixFrom('configuration', text, SET_IT))
    : []
}
