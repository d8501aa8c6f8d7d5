/** Facts and rules in one line, with plausible defaults: a test shows only what it is about. */

import type { Account, Directory, Owner, Team } from '../src/domain/company/people.ts'
import { type Roster, rosterFrom } from '../src/domain/company/roster.ts'
import { type Rules, type RulesBody, TALLIES_VERSION } from '../src/domain/company/rules.ts'
import { CONNECTED, DEFAULT_SETTINGS, type Settings } from '../src/domain/company/settings.ts'
import type { CallFact, DealFact, MeetingFact } from '../src/domain/facts/facts.ts'
import type { Quota } from '../src/domain/quotas/quota.ts'
import { type Cursor, unreadCursor } from '../src/ports/fact-store.ts'

export function at(iso: string): number {
  return Date.parse(iso)
}

export function rulesBody(changes: Partial<RulesBody> = {}): RulesBody {
  return {
    version: TALLIES_VERSION,
    accountZone: 'Europe/Copenhagen',
    ownerZones: {},
    presentOwners: {},
    currency: 'EUR',
    exponent: 2,
    rates: { USD: '0.9' },
    connectedDispositions: [CONNECTED],
    connectSeconds: null,
    positiveDispositions: [],
    heldOutcomes: ['COMPLETED'],
    salesPipelines: null,
    renewalPipelines: [],
    costProperty: null,
    contractYearsProperty: null,
    stagePipelines: {},
    own: [],
    ownersOfUsers: {},
    ...changes,
  }
}

export function someRules(changes: Partial<RulesBody> = {}): Rules {
  return { ...rulesBody(changes), number: 1 }
}

export function anAccount(changes: Partial<Account> = {}): Account {
  return {
    portalId: '1',
    zone: 'Europe/Copenhagen',
    currency: 'EUR',
    uiDomain: 'app.hubspot.com',
    ...changes,
  }
}

export function anOwner(changes: Partial<Owner> = {}): Owner {
  return {
    id: '1',
    userId: '501',
    email: 'ana@example.com',
    firstName: 'Ana',
    lastName: 'Sørensen',
    isArchived: false,
    archivedAt: null,
    updatedAt: at('2026-01-01T00:00:00Z'),
    teams: [{ teamId: '11', name: 'North', isPrimary: true }],
    ...changes,
  }
}

/** A directory that has been read, with nothing in it but the account. */
export function aDirectory(changes: Partial<Directory> = {}): Directory {
  return {
    account: anAccount(),
    owners: [],
    teams: [],
    pipelines: [],
    exchangeRates: [],
    callOutcomes: [],
    users: [],
    objects: [],
    ...changes,
  }
}

/** One rep in one team, with the default settings. */
export function aRoster({
  owners = [anOwner()],
  teams = [{ id: '11', name: 'North' }],
  settings = {},
}: {
  owners?: Owner[]
  teams?: Team[]
  settings?: Partial<Settings>
} = {}): Roster {
  const roster = rosterFrom(aDirectory({ owners, teams }), { ...DEFAULT_SETTINGS, ...settings })
  if (!roster) throw new Error('an account makes a roster')
  return roster
}

/** For September 2026, which has 22 weekdays. */
export function aQuota(changes: Partial<Quota> = {}): Quota {
  return {
    source: 'hubspot',
    who: { kind: 'rep', ownerId: '1' },
    metric: 'revenue',
    from: '2026-09-01',
    to: '2026-10-01',
    target: '2200',
    madeAt: 1,
    ...changes,
  }
}

export function aCall(changes: Partial<CallFact> = {}): CallFact {
  return {
    type: 'calls',
    id: '100',
    ownerId: '1',
    modifiedAt: at('2026-09-21T09:00:00Z'),
    at: at('2026-09-21T09:00:00Z'),
    direction: 'OUTBOUND',
    status: 'COMPLETED',
    disposition: null,
    durationMs: null,
    ...changes,
  }
}

export function aMeeting(changes: Partial<MeetingFact> = {}): MeetingFact {
  return {
    type: 'meetings',
    id: '300',
    ownerId: '1',
    modifiedAt: at('2026-09-21T09:00:00Z'),
    at: at('2026-09-22T09:00:00Z'),
    createdAt: at('2026-09-21T09:00:00Z'),
    startsAt: at('2026-09-22T09:00:00Z'),
    endsAt: at('2026-09-22T09:30:00Z'),
    outcome: 'SCHEDULED',
    ...changes,
  }
}

export function aDeal(changes: Partial<DealFact> = {}): DealFact {
  return {
    type: 'deals',
    id: '200',
    ownerId: '1',
    modifiedAt: at('2026-09-21T09:00:00Z'),
    name: 'Fjord Logistics',
    pipelineId: 'default',
    stageId: 'qualifiedtobuy',
    createdAt: at('2026-09-01T09:00:00Z'),
    closesAt: at('2026-09-21T09:00:00Z'),
    isClosed: false,
    isWon: false,
    amount: '1000',
    homeAmount: null,
    currency: 'EUR',
    probability: '0.4',
    forecastCategory: null,
    arr: null,
    mrr: null,
    cost: null,
    contractYears: null,
    territory: null,
    companyId: null,
    stageEntries: null,
    ...changes,
  }
}

export function aWonDeal(changes: Partial<DealFact> = {}): DealFact {
  return aDeal({ stageId: 'closedwon', isClosed: true, isWon: true, ...changes })
}

export function aCursor(changes: Partial<Cursor> = {}): Cursor {
  return { ...unreadCursor('calls'), ...changes }
}
