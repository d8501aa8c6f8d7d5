import type { ListedSlot } from '../../digests/list.ts'

/** `2026-11-18: queued (pending): why`. */
export function slotText({ localDate, outcome, delivery, reason }: ListedSlot): string {
  const state = delivery !== null && delivery !== outcome ? ` (${delivery})` : ''
  return `${localDate}: ${outcome}${state}${reason ? `: ${reason}` : ''}`
}
