/** The types that every account has, by the plural name that HubSpot uses in paths. */
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
  'products',
  'invoices',
  'subscriptions',
  'commerce_payments',
  'orders',
  'carts',
  'feedback_submissions',
  'appointments',
  'services',
  'courses',
  'listings',
] as const

export type StandardType = (typeof objectTypes)[number]

/** A type that the account defined itself, by its type id. */
export type CustomType = `2-${string}`

export type ObjectType = StandardType | CustomType

export const activityTypes = ['calls', 'emails', 'meetings', 'tasks', 'notes', 'communications'] as const

export type ActivityType = (typeof activityTypes)[number]

export interface ObjectTypeTraits {
  typeId: string
  singular: string
  plural: string
  /** The properties that are returned by default. */
  defaults: readonly string[]
  /** The scopes a token needs to read its records; it needs all of them. */
  scopes: readonly string[]
  /** Whether paths may name it by its plural and its id only. */
  isPluralOnly?: boolean
}

type StandardTraits = Omit<ObjectTypeTraits, 'plural'>

const activityDefaults = ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'] as const

function activity(typeId: string, singular: string): StandardTraits {
  return { typeId, singular, defaults: activityDefaults, scopes: ['crm.objects.contacts.read'] }
}

function plain(typeId: string, singular: string, scope: string): StandardTraits {
  return { typeId, singular, defaults: activityDefaults, scopes: [scope] }
}

/**
 * A type that accounts have to activate. HubSpot does not know appointments by their singular; the others are taken to
 * be like them.
 */
function activated(typeId: string, singular: string, scope: string): StandardTraits {
  return { ...plain(typeId, singular, scope), isPluralOnly: true }
}

export const objectTypeTraits: Record<StandardType, StandardTraits> = {
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
  tickets: {
    typeId: '0-5',
    singular: 'ticket',
    defaults: [
      'content',
      'createdate',
      'hs_lastmodifieddate',
      'hs_object_id',
      'hs_pipeline',
      'hs_pipeline_stage',
      'hs_ticket_category',
      'hs_ticket_priority',
      'subject',
    ],
    scopes: ['tickets'],
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
  products: plain('0-7', 'product', 'crm.objects.products.read'),
  line_items: plain('0-8', 'line_item', 'crm.objects.line_items.read'),
  quotes: plain('0-14', 'quote', 'crm.objects.quotes.read'),
  invoices: plain('0-53', 'invoice', 'crm.objects.invoices.read'),
  subscriptions: plain('0-69', 'subscription', 'crm.objects.subscriptions.read'),
  commerce_payments: plain('0-101', 'commerce_payment', 'crm.objects.commercepayments.read'),
  orders: plain('0-123', 'order', 'crm.objects.orders.read'),
  carts: plain('0-142', 'cart', 'crm.objects.carts.read'),
  feedback_submissions: {
    ...plain('0-19', 'feedback_submission', 'crm.objects.feedback_submissions.read'),
    scopes: ['crm.objects.contacts.read', 'crm.objects.feedback_submissions.read'],
  },
  appointments: activated('0-421', 'appointment', 'crm.objects.appointments.read'),
  services: activated('0-162', 'service', 'crm.objects.services.read'),
  courses: activated('0-410', 'course', 'crm.objects.courses.read'),
  listings: activated('0-420', 'listing', 'crm.objects.listings.read'),
  deal_split: plain('0-72', 'deal_split', 'crm.dealsplits.read_write'),
}

/** What a token needs to read records of any type that the account defined. */
export const customScope = 'crm.objects.custom.read'

export function isCustom(type: string): type is CustomType {
  return type.startsWith('2-')
}

/** The property that holds the time of the last change; for contacts it has a different name. */
export function lastModifiedProperty(type: ObjectType): string {
  return type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate'
}

const withOldCreationName: ReadonlySet<string> = new Set([
  ...['contacts', 'companies', 'deals', 'tickets', 'products', 'line_items'],
])

/** The property that holds the creation time; most types have no `createdate`. */
export function createdProperty(type: ObjectType): string {
  return withOldCreationName.has(type) ? 'createdate' : 'hs_createdate'
}
