export type PropertyValues = Record<string, string | null>

export interface PropertyVersion {
  value: string
  timestamp: string
  sourceType: string
  sourceId?: string
  updatedByUserId?: number
}

export interface AssociationLink {
  id: string
  primary?: boolean
}

/** A CRM record as the account stores it; endpoints show selected parts of it. */
export interface SandboxRecord {
  id: string
  properties: PropertyValues
  createdAt: string
  updatedAt: string
  archived: boolean
  archivedAt?: string
  /** Newest first. A property without an entry has only ever had its present value. */
  history?: Record<string, PropertyVersion[]>
  /** Links to other records by plural type name. */
  associations?: Record<string, AssociationLink[]>
}

/** The instant of a HubSpot date value, which is ISO 8601 or epoch milliseconds; NaN if it is neither. */
export function instantMs(value: string): number {
  return /^-?\d{5,}$/.test(value) ? Number(value) : Date.parse(value)
}

export function toIso(ms: number): string {
  return new Date(ms).toISOString()
}
