/** The sandbox's object types, by the plural name that HubSpot uses in paths. */
export const objectTypes = [
  'contacts',
  'companies',
  'deals',
  'calls',
  'emails',
  'meetings',
  'tasks',
  'notes',
  'communications',
  'goal_targets',
  'users',
  'leads',
  'line_items',
  'deal_split',
  'tickets',
  'quotes',
] as const

export type ObjectType = (typeof objectTypes)[number]

export const activityTypes = ['calls', 'emails', 'meetings', 'tasks', 'notes', 'communications'] as const

export type ActivityType = (typeof activityTypes)[number]

interface ObjectTypeTraits {
  typeId: string
  singular: string
  /** The properties that are returned by default. */
  defaults: readonly string[]
  /** The scopes a token needs to read its records; it needs all of them. */
  scopes: readonly string[]
}

const activityDefaults = ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'] as const

function activity(typeId: string, singular: string): ObjectTypeTraits {
  return { typeId, singular, defaults: activityDefaults, scopes: ['crm.objects.contacts.read'] }
}

function plain(typeId: string, singular: string, scope: string): ObjectTypeTraits {
  return { typeId, singular, defaults: activityDefaults, scopes: [scope] }
}

export const objectTypeTraits: Record<ObjectType, ObjectTypeTraits> = {
  contacts: {
    typeId: '0-1',
    singular: 'contact',
    defaults: ['createdate', 'email', 'firstname', 'hs_object_id', 'lastmodifieddate', 'lastname'],
    scopes: ['crm.objects.contacts.read'],
  },
  companies: {
    typeId: '0-2',
    singular: 'company',
    defaults: ['createdate', 'domain', 'hs_lastmodifieddate', 'hs_object_id', 'name'],
    scopes: ['crm.objects.companies.read'],
  },
  deals: {
    typeId: '0-3',
    singular: 'deal',
    defaults: [
      'amount',
      'closedate',
      'createdate',
      'dealname',
      'dealstage',
      'hs_lastmodifieddate',
      'hs_object_id',
      'pipeline',
    ],
    scopes: ['crm.objects.deals.read'],
  },
  calls: activity('0-48', 'call'),
  emails: { ...activity('0-49', 'email'), scopes: ['crm.objects.contacts.read', 'sales-email-read'] },
  meetings: activity('0-47', 'meeting'),
  tasks: activity('0-27', 'task'),
  notes: activity('0-46', 'note'),
  communications: activity('0-18', 'communication'),
  goal_targets: plain('0-74', 'goal_target', 'crm.objects.goals.read'),
  users: plain('0-115', 'user', 'crm.objects.users.read'),
  leads: plain('0-136', 'lead', 'crm.objects.leads.read'),
  line_items: plain('0-8', 'line_item', 'crm.objects.line_items.read'),
  tickets: plain('0-5', 'ticket', 'tickets'),
  quotes: plain('0-14', 'quote', 'crm.objects.quotes.read'),
  deal_split: plain('0-72', 'deal_split', 'crm.dealsplits.read_write'),
}

const typeByName: ReadonlyMap<string, ObjectType> = new Map(
  objectTypes.flatMap((type): [string, ObjectType][] => [
    [type, type],
    [objectTypeTraits[type].singular, type],
    [objectTypeTraits[type].typeId, type],
  ]),
)

/** The type that a path names by its plural, singular or type id (`deals`, `deal`, `0-3`). */
export function objectTypeOf(name: string): ObjectType | undefined {
  return name === 'goals' ? 'goal_targets' : typeByName.get(name)
}

/** The property that holds the time of the last change; for contacts it has a different name. */
export function lastModifiedProperty(type: ObjectType): string {
  return type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate'
}

/** The property that holds the creation time; activities and goals have no `createdate`. */
export function createdProperty(type: ObjectType): string {
  return type === 'contacts' || type === 'companies' || type === 'deals' ? 'createdate' : 'hs_createdate'
}
