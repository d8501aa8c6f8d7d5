/** The OAuth scopes that a token needs, all of them read-only, each with what it is for. */
import type { Readable } from '../ports/source-words.ts'

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
    gives: "each user's time zone and working hours",
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

/** The scopes needed to read all of these, each once. */
export function oauthScopesFor(readables: readonly Readable[]): string[] {
  const needed = OAUTH_SCOPES.filter(({ reads }) => reads.some((readable) => readables.includes(readable)))
  return needed.map(({ scope }) => scope)
}

/**
 * Which scopes a token lacks to read `what`. HubSpot names every scope that would have been enough, including dozens
 * that nobody has, so only those in our list are kept.
 */
export function lackingOAuthScopes(what: string, named: readonly string[]): string[] {
  const ours = OAUTH_SCOPES.filter(({ reads }) => reads.some((readable) => readable === what))
  const choices = [ours, OAUTH_SCOPES].map((uses) =>
    uses.map(({ scope }) => scope).filter((scope) => named.includes(scope)),
  )
  const meant = [...choices, ours.map(({ scope }) => scope)].find((scopes) => scopes.length > 0)
  return meant ?? [...named]
}
