/** Turns a seed into a sales company with a history, and lets it carry on while somebody watches. */
import { accountOf, type SandboxAccount } from '../account.ts'
import { createRandom, seedOf } from '../random.ts'
import { toIso } from '../records.ts'
import { accountZone, type CompanyTime, companyTime, isAtWork, plusDays } from './company-time.ts'
import { addGoals } from './goals.ts'
import { companyOwners, leaver, reps, teams } from './people.ts'
import { plannedActivities, someActivity } from './planned-activities.ts'
import { plannedCustomers } from './planned-customers.ts'
import { plannedDeals } from './planned-deals.ts'
import { plannedQuotes } from './planned-quotes.ts'
import { type Book, createBook, type PlannedRecord } from './planned-records.ts'
import { companyRates, ownProperties, pipelines } from './sales-setup.ts'
import { companyUsers } from './users.ts'

export interface SeedOptions {
  /** Epoch milliseconds; the company's history ends here. */
  now: number
  seed: number
  days?: number
}

interface PlannedEvent {
  atMs: number
  happen: () => void
}

interface Company {
  account: SandboxAccount
  time: CompanyTime
  books: Book[]
  /** What is planned but has not happened yet, earliest first. */
  ahead: PlannedEvent[]
  plannedTo: string
  livedUntilMs: number
}

const companies = new WeakMap<SandboxAccount, Company>()

export function companyOfOrThrow(account: SandboxAccount): Company {
  const company = companies.get(account)
  if (company === undefined) throw new Error('This account was not made by seedCompany.')
  return company
}

function emptyAccount(time: CompanyTime): SandboxAccount {
  const createdAt = `${plusDays(time.firstDay, -300)}T07:30:00.000Z`
  const owners = companyOwners({ createdAt, leftAt: `${time.leftOn}T15:00:00.000Z` })
  return accountOf({
    account: {
      portalId: 146_700_321,
      timeZone: accountZone,
      companyCurrency: 'EUR',
      additionalCurrencies: ['DKK', 'SEK', 'GBP', 'RON', 'USD'],
      accountType: 'STANDARD',
      uiDomain: 'app-eu1.hubspot.com',
    },
    exchangeRates: companyRates(createdAt, toIso(time.nowMs - 120 * 86_400_000)),
    properties: ownProperties,
    schemas: [],
    owners,
    teams,
    pipelines: { deals: pipelines },
    objects: { users: companyUsers(owners, time) },
  })
}

/** Creates a record with the later changes that are due; the rest go into `ahead`. */
function createWithChanges(company: Company, planned: PlannedRecord, untilMs: number): void {
  const { account } = company
  const associations = planned.links?.()
  const record = account.create(planned.type, planned.properties, {
    atMs: planned.atMs,
    ...(associations === undefined ? {} : { associations }),
  })
  planned.onCreated?.(record.id)
  for (const { atMs, change } of planned.later) {
    const happen = () => {
      if (planned.isOver?.() !== true) account.update(planned.type, record.id, change, { atMs })
    }
    if (atMs <= untilMs) happen()
    else company.ahead.push({ atMs, happen })
  }
}

function recordsPlannedFor(company: Company, book: Book, day: string): PlannedRecord[] {
  const { time } = company
  if (!isAtWork(time, book.rep, day)) return []
  const random = createRandom(seedOf(time.seed, book.rep.ownerId, day))
  const work = { time, book, day, random }
  return [
    ...plannedCustomers(work),
    ...plannedDeals(work),
    ...plannedActivities(work),
    ...plannedQuotes(work),
  ]
}

/** Plans all days up to `lastDay` and carries out what is due before `untilMs`. */
function planTo(company: Company, lastDay: string, untilMs: number): void {
  while (company.plannedTo < lastDay) {
    company.plannedTo = plusDays(company.plannedTo, 1)
    const records = company.books.flatMap((book) => recordsPlannedFor(company, book, company.plannedTo))
    for (const planned of records.sort((a, b) => a.atMs - b.atMs)) {
      if (planned.atMs <= untilMs) createWithChanges(company, planned, untilMs)
      else
        company.ahead.push({
          atMs: planned.atMs,
          happen: () => createWithChanges(company, planned, planned.atMs),
        })
    }
  }
}

function dayOf(ms: number): string {
  return toIso(ms).slice(0, 10)
}

/**
 * A company of 26 reps in three teams with its history up to now; the same options give the same company. `planted`
 * lists the reps who differ from the others.
 */
export function seedCompany({ now, seed, days = 420 }: SeedOptions): SandboxAccount {
  const time = companyTime({ now, seed, days })
  const account = emptyAccount(time)
  const books = [...reps, leaver].map(createBook)
  const plannedTo = plusDays(time.firstDay, -1)
  const company: Company = { account, time, books, ahead: [], plannedTo, livedUntilMs: now }
  companies.set(account, company)
  planTo(company, plusDays(dayOf(now), 1), now)
  addGoals(account, time)
  return account
}

/** Adds an activity by somebody in some minutes, so that a viewer sees something at any hour. */
function addSomeActivity(company: Company, minute: number): void {
  const { time, books } = company
  const random = createRandom(seedOf(time.seed, 'stir', minute))
  const selling = books.filter(({ rep }) => rep !== leaver && !(rep.ownerId in time.leaveInHubSpot))
  const book = random.pick(selling)
  const atMs = minute * 60_000 + random.whole(0, 59_999)
  const day = dayOf(atMs)
  const happen = () => {
    createWithChanges(company, someActivity({ time, book, day, random }, atMs), atMs)
    if (random.chance(0.1)) closeSomeDeal(company, book, atMs)
  }
  company.ahead.push({ atMs, happen })
}

function closeSomeDeal({ account }: Company, { deals }: Book, atMs: number): void {
  const deal = deals.find(
    ({ id, createdMs, closesMs }) => id !== undefined && createdMs < atMs && closesMs > atMs,
  )
  if (deal?.id === undefined) return
  const record = account.find('deals', deal.id)
  const pipeline = pipelines.find((one) => one.id === record?.properties['pipeline'])
  const stage = pipeline?.stages.find((one) => one.metadata['probability'] === '1.0')
  if (stage === undefined) return
  account.update('deals', deal.id, { dealstage: stage.id }, { atMs })
  deal.closesMs = atMs
  deal.isClosedEarly = true
}

export interface LiveOptions {
  /** Whether something also happens outside working hours, every minute or so; true by default. */
  isBusy?: boolean
}

/** Carries out everything that the company does up to a moment. Returns how many things happened. */
export function liveUntil(
  account: SandboxAccount,
  untilMs: number,
  { isBusy = true }: LiveOptions = {},
): number {
  const company = companyOfOrThrow(account)
  if (untilMs <= company.livedUntilMs) return 0
  planTo(company, plusDays(dayOf(untilMs), 1), company.livedUntilMs)
  const nextMinute = Math.floor(company.livedUntilMs / 60_000) + 1
  for (let minute = nextMinute; isBusy && minute * 60_000 <= untilMs; minute += 1)
    addSomeActivity(company, minute)
  let count = 0
  for (;;) {
    company.ahead.sort((a, b) => a.atMs - b.atMs)
    const due = company.ahead.filter(({ atMs }) => atMs <= untilMs)
    if (due.length === 0) break
    company.ahead = company.ahead.slice(due.length)
    for (const { happen } of due) happen()
    count += due.length
  }
  company.livedUntilMs = untilMs
  return count
}

export interface LivingCompany {
  liveUntil(ms: number): number
  stop(): void
}

/** Keeps the company up to date with a clock by checking it at intervals. */
export function goOn(
  account: SandboxAccount,
  clock: () => number,
  { everyMs = 5_000, ...options }: LiveOptions & { everyMs?: number } = {},
): LivingCompany {
  const timer = setInterval(() => liveUntil(account, clock(), options), everyMs)
  timer.unref()
  return { liveUntil: (ms) => liveUntil(account, ms, options), stop: () => clearInterval(timer) }
}
