import type { DeliveryState } from '../ports/delivery-store.ts'

const STATES: readonly DeliveryState[] = [
  'pending',
  'claimed',
  'sending',
  'sent',
  'uncertain',
  'unknown',
  'failed',
]

export function stateFrom(text: string): DeliveryState {
  const state = STATES.find((name) => name === text)
  if (!state) throw new Error(`unknown delivery state '${text}'`)
  return state
}
