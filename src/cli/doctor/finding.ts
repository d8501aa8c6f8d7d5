/** A finding of doctor's, and those about the environment. */
import { environment, readConfig } from '../../config/environment.ts'

/** `ok` false: somebody has to do something. `note`: worth knowing. */
export interface Finding {
  about: string
  ok: boolean
  text: string
}

/** Every complaint about a part of the environment; the other parts are still looked at. */
export function complaints(need: 'hubspot' | 'slack' | 'store'): Finding[] {
  const reading = readConfig([need], environment())
  return 'complaints' in reading
    ? reading.complaints.map((text) => ({ about: 'configuration', ok: false, text }))
    : []
}
