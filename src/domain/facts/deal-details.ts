/**
 * Details of deals: what HubSpot keeps apart from their records, so that it is read after them. `shownAs`: the name
 * under which documents and people hear of it.
 */
export const DEAL_DETAILS = {
  /** Earlier values of properties. */
  dealChanges: { shownAs: 'deals' },
  /** The company of each deal. */
  companies: { shownAs: 'companies' },
  /** The activities linked with won deals. */
  dealActivities: { shownAs: 'deals' },
} as const

export type DealDetail = keyof typeof DEAL_DETAILS
