/** What it took to win a deal: the activities linked with it between its creation and its close. */

/** The types of activities that are looked for at won deals. */
export const EFFORT_TYPES = ['calls', 'emails', 'meetings'] as const
export type EffortType = (typeof EFFORT_TYPES)[number]

/** A won deal. Each number counts activities as the tally of the same name does, of any owner; instants are epoch ms. */
export interface DealEffort extends Record<EffortType, number> {
  dealId: string
  ownerId: string | null
  pipelineId: string | null
  createdAt: number
  closesAt: number
}
