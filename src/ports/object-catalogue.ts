/** What the account has: object types, and the properties of each. Names in settings are checked against it. */

export interface SourceObjectType {
  /** HubSpot's type id, such as `2-4711`: the same whatever name was asked for, unless only that name is known. */
  id: string
  /** As settings name it: `tickets`, `p4000007_visits`. */
  name: string
  /** As people read it; for a type of the account's own in its own words. */
  label: string
}

/**
 * `readable`: the token may read its records; the scopes are those it takes, as far as they are known · `forbidden`: it may
 * not, and `lacking` are the scopes to add; `type` is `null` if it may not even look up the name · `unknown`: the account
 * has no such type.
 */
export type ObjectTypeFinding =
  | { kind: 'readable'; type: SourceObjectType; scopes: readonly string[] }
  | { kind: 'forbidden'; type: SourceObjectType | null; lacking: readonly string[] }
  | { kind: 'unknown' }

export interface PropertyDefinition {
  name: string
  label: string
  /** HubSpot's: `string`, `number`, `date`, `datetime`, `bool`, `enumeration` … */
  type: string
  /** How HubSpot shows it, such as `select`, or `checkbox` for several choices; `null` if it does not say. */
  fieldType: string | null
  /** What its values are ids of: `OWNER` …; `null` for plain values. */
  referencedObjectType: string | null
  /** The choices of an enumeration; none where they are records. */
  options: readonly { value: string; label: string }[]
}

/** Both reject with a `SourceError` when HubSpot cannot be read. */
export interface ObjectCatalogue {
  /** Finds a type by its name (`tickets`, `ticket`, `p4000007_visits`, `visits`) or by its type id. */
  objectType(nameOrId: string): Promise<ObjectTypeFinding>
  /** All properties of a type by name, at most an hour old. */
  propertyDefinitions(type: string): Promise<ReadonlyMap<string, PropertyDefinition>>
}
