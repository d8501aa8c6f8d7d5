/** The object types that every account has, by the names in HubSpot's paths. */
import { FACT_TYPES } from '../domain/facts/facts.ts'
import type { SourceObjectType } from '../ports/object-catalogue.ts'

interface KnownType {
  id: string
  singular: string
  label: string
}

const KNOWN_TYPES = {
  contacts: { id: '0-1', singular: 'contact', label: 'Contacts' },
  companies: { id: '0-2', singular: 'company', label: 'Companies' },
  deals: { id: '0-3', singular: 'deal', label: 'Deals' },
  tickets: { id: '0-5', singular: 'ticket', label: 'Tickets' },
  products: { id: '0-7', singular: 'product', label: 'Products' },
  line_items: { id: '0-8', singular: 'line_item', label: 'Line items' },
  quotes: { id: '0-14', singular: 'quote', label: 'Quotes' },
  communications: { id: '0-18', singular: 'communication', label: 'Messages' },
  feedback_submissions: { id: '0-19', singular: 'feedback_submission', label: 'Feedback submissions' },
  tasks: { id: '0-27', singular: 'task', label: 'Tasks' },
  notes: { id: '0-46', singular: 'note', label: 'Notes' },
  meetings: { id: '0-47', singular: 'meeting', label: 'Meetings' },
  calls: { id: '0-48', singular: 'call', label: 'Calls' },
  emails: { id: '0-49', singular: 'email', label: 'Emails' },
  invoices: { id: '0-53', singular: 'invoice', label: 'Invoices' },
  subscriptions: { id: '0-69', singular: 'subscription', label: 'Subscriptions' },
  goal_targets: { id: '0-74', singular: 'goal_target', label: 'Goals' },
  commerce_payments: { id: '0-101', singular: 'commerce_payment', label: 'Payments' },
  users: { id: '0-115', singular: 'user', label: 'Users' },
  orders: { id: '0-123', singular: 'order', label: 'Orders' },
  leads: { id: '0-136', singular: 'lead', label: 'Leads' },
  carts: { id: '0-142', singular: 'cart', label: 'Carts' },
  services: { id: '0-162', singular: 'service', label: 'Services' },
  courses: { id: '0-410', singular: 'course', label: 'Courses' },
  listings: { id: '0-420', singular: 'listing', label: 'Listings' },
  appointments: { id: '0-421', singular: 'appointment', label: 'Appointments' },
} as const satisfies Record<string, KnownType>

export type KnownTypeName = keyof typeof KNOWN_TYPES

const BY_ANY_NAME: ReadonlyMap<string, SourceObjectType> = new Map(
  Object.entries(KNOWN_TYPES).flatMap(([name, { id, singular, label }]) =>
    [name, singular, id].map((one) => [one, { id, name, label }] as const),
  ),
)

/** The type with this plural, singular (in any case) or id. */
export function knownType(nameOrId: string): SourceObjectType | undefined {
  return BY_ANY_NAME.get(nameOrId.toLowerCase())
}

export function typeIdOf(name: KnownTypeName): string {
  return KNOWN_TYPES[name].id
}

/** A type as the store names it: the eight types have names of their own. */
export function syncedTypeOf(id: string): string {
  return FACT_TYPES.find((type) => typeIdOf(type) === id) ?? id
}
