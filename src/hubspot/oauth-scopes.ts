/** The OAuth scopes that a token needs, all of them read-only, each with what it is for. */
import type { Readable } from '../ports/source-words.ts'
import { type KnownTypeName, knownType } from './known-types.ts'

export interface OAuthScope {
  scope: string
  reads: readonly Readable[]
  /** The same in words. */
  gives: string
  /** Whether an account may lack what it is for: not every plan has it, or nobody has set it up. */
  isOptional: boolean
}

/** In the order in which a person selects them. */
export const OAUTH_SCOPES: readonly OAuthScope[] = [
  {
    scope: 'crm.objects.owners.read',
    reads: ['owners'],
    gives: 'owners: who the reps are, and their teams',
    isOptional: false,
  },
  {
    scope: 'crm.objects.deals.read',
    reads: ['deals', 'pipelines'],
    gives: 'deals with their history, pipelines and stages',
    isOptional: false,
  },
  {
    scope: 'crm.objects.contacts.read',
    reads: ['contacts', 'calls', 'emails', 'meetings', 'tasks', 'notes', 'communications'],
    gives: 'lifecycle dates of contacts, and all activities',
    isOptional: false,
  },
  {
    scope: 'sales-email-read',
    reads: ['emails'],
    gives: 'emails, in addition to the scope for contacts',
    isOptional: false,
  },
  {
    scope: 'crm.objects.companies.read',
    reads: ['companies'],
    gives: 'which company a deal belongs to (only its id)',
    isOptional: false,
  },
  {
    scope: 'crm.objects.users.read',
    reads: ['users'],
    gives: "each user's time zone, working hours and out-of-office hours",
    isOptional: false,
  },
  {
    scope: 'crm.objects.goals.read',
    reads: ['goals'],
    gives: 'goals, which become quotas (Sales Starter or above)',
    isOptional: true,
  },
  {
    scope: 'settings.currencies.read',
    reads: ['currencies'],
    gives: 'exchange rates, where the account has several currencies',
    isOptional: true,
  },
  {
    scope: 'settings.users.teams.read',
    reads: ['teams'],
    gives: 'teams that have no members',
    isOptional: true,
  },
]

/** The scopes needed to read all of these, each once. What nothing else is known by is the name of an own object type. */
export function oauthScopesFor(readables: readonly (Readable | string)[]): string[] {
  const needed = OAUTH_SCOPES.filter(({ reads }) => reads.some((readable) => readables.includes(readable)))
  const others = readables.filter((readable) => scopesReading(readable).length === 0)
  const further = others.flatMap((name) => {
    const isUnknown = !knownType(name) && !/^0-\d/.test(name)
    return isUnknown ? [OWN_TYPES_SCOPE] : objectScopes(name)
  })
  return [...new Set([...needed.map(({ scope }) => scope), ...further])]
}

/**
 * The scopes for records of further object types, which only an account that counts them needs. A token needs all that are
 * listed for a type.
 */
const FURTHER_SCOPES = {
  tickets: ['tickets'],
  products: ['crm.objects.products.read'],
  line_items: ['crm.objects.line_items.read'],
  quotes: ['crm.objects.quotes.read'],
  feedback_submissions: ['crm.objects.contacts.read', 'crm.objects.feedback_submissions.read'],
  invoices: ['crm.objects.invoices.read'],
  subscriptions: ['crm.objects.subscriptions.read'],
  commerce_payments: ['crm.objects.commercepayments.read'],
  orders: ['crm.objects.orders.read'],
  leads: ['crm.objects.leads.read'],
  carts: ['crm.objects.carts.read'],
  services: ['crm.objects.services.read'],
  courses: ['crm.objects.courses.read'],
  listings: ['crm.objects.listings.read'],
  appointments: ['crm.objects.appointments.read'],
} satisfies Partial<Record<KnownTypeName, readonly string[]>>

const FURTHER_SCOPES_BY_NAME: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(FURTHER_SCOPES))

/** The scope for records of all types that an account defined itself, which have ids such as `2-4711`. */
const OWN_TYPES_SCOPE = 'crm.objects.custom.read'

/** Allows listing the object types that an account defined itself, so that own metrics can name them without the account's id. */
const OWN_NAMES_SCOPE = 'crm.schemas.custom.read'

/** The object types that only own metrics can count, and those of the account's own, each with the scopes it takes. */
export const OWN_METRIC_SCOPES: Readonly<Record<string, readonly string[]>> = {
  ...FURTHER_SCOPES,
  'custom objects': [OWN_TYPES_SCOPE, OWN_NAMES_SCOPE],
}

/** The scopes needed to read the records of an object type, given by name or id; none if they are not known. */
export function objectScopes(nameOrId: string): readonly string[] {
  const type = knownType(nameOrId)
  if (!type) return /^(?:2-\d|p\d+_)/.test(nameOrId) ? [OWN_TYPES_SCOPE] : []
  return (
    FURTHER_SCOPES_BY_NAME.get(type.name) ?? scopesReading(type.name === 'goal_targets' ? 'goals' : type.name)
  )
}

function scopesReading(what: string): string[] {
  return OAUTH_SCOPES.filter(({ reads }) => reads.some((readable) => readable === what)).map(
    ({ scope }) => scope,
  )
}

/**
 * Which scopes a token lacks to read `what`. HubSpot names every scope that would have been enough, including dozens
 * that nobody has, so only those in our lists are kept.
 */
export function lackingOAuthScopes(what: string, named: readonly string[]): readonly string[] {
  const reading = scopesReading(what)
  const ours = reading.length > 0 ? reading : objectScopes(what)
  const anyOfOurs = OAUTH_SCOPES.map(({ scope }) => scope)
  const choices = [ours, anyOfOurs].map((scopes) => scopes.filter((scope) => named.includes(scope)))
  const meant = [...choices, ours].find((scopes) => scopes.length > 0)
  return meant ?? named
}
