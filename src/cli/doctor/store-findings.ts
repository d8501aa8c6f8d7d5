import { objectName } from '../../domain/company/object-names.ts'
import type { KnownUser } from '../../domain/company/people.ts'
import { settingsOfPersons } from '../../domain/company/persons.ts'
import type { SkippedGoal } from '../../domain/quotas/goal.ts'
import type { SourceWords } from '../../ports/source-words.ts'
import type { Store } from '../../ports/store.ts'
import { readGoals } from '../../values/goals.ts'
import type { Services } from '../../wiring.ts'
import { type Finding, fix, fixFrom, note, ok } from './finding.ts'
import { leaveFindings } from './leave-findings.ts'

/** The state of the store: its tables, what was read into it and when, what could not be read, and who is reading now. */
export async function storeFindings(services: Services, store: Store): Promise<Finding[]> {
  return [
    ok('tables', `version ${await store.schemaVersion()}`),
    ...(await directoryFindings(services, store)),
    ...(await leaveFindings(services.clock, store)),
    ...(await freshness(services, store)),
    ...(await skippedFindings(store)),
    ...(await leaseFindings(store)),
  ]
}

const READ_AGAIN = 'It is read again in the next pass.'

async function directoryFindings({ words }: Services, store: Store): Promise<Finding[]> {
  const { account, owners, teams, users } = await store.directory.read()
  const settings = settingsOfPersons(await store.settings.read(), owners)
  const readings = await store.directory.readings()
  const failed = readings.filter((reading) => reading.error !== null)
  return [
    account
      ? ok('account', `HubSpot ${account.portalId}, ${account.zone}, ${account.currency}`)
      : fix('account', 'has never been read', "Run 'scoreline sync' or start the bot."),
    ok(
      'people',
      `${owners.length} owners, ${settings.tracked?.length ?? owners.length} tracked, ${teams.length} teams`,
    ),
    ok('users', usersText(words, users)),
    settings.visibility === null
      ? fix(
          'visibility',
          'has not been chosen: no digest goes out and no board is shown',
          "Set 'visibility' to named, top or team.",
        )
      : ok('visibility', settings.visibility),
    ...failed.map(({ part, error }) => fixFrom(part, error ?? '', READ_AGAIN)),
  ]
}

function usersText({ oauthScopesFor }: SourceWords, users: readonly KnownUser[]): string {
  const listed = users.filter(({ isListed }) => isListed)
  const own = listed.filter(({ zone }) => zone !== null)
  const scope = oauthScopesFor(['users']).join(', ')
  return listed.length > 0
    ? `${listed.length} users, ${own.length} with a zone of their own`
    : `none were read (the scope ${scope} allows reading zones, working hours and out-of-office hours)`
}

async function freshness({ clock }: Services, store: Store): Promise<Finding[]> {
  const [cursors, objects] = await Promise.all([store.cursors.read(), store.directory.objects()])
  return Promise.all(
    cursors.map(async ({ type, asOf, error, filled }) => {
      const name = objectName(type, objects)
      const count = `${(await store.facts.count(type)).toLocaleString('en')} facts`
      if (error) {
        const finding = fixFrom(name, error, READ_AGAIN)
        return asOf === null ? finding : { ...finding, text: `${finding.text}; data as of ${iso(asOf)}` }
      }
      if (asOf === null) return note(name, filled > 0 ? `being filled, ${count} so far` : 'not read yet')
      const minutes = Math.round((clock.now() - asOf) / 60_000)
      return ok(name, `${count}, complete to ${iso(asOf)} (${minutes} min ago)`)
    }),
  )
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}

async function skippedFindings(store: Store): Promise<Finding[]> {
  const objects = await store.directory.objects()
  const records = (await store.facts.skipped()).map(({ type, id, reason }) => ({
    id: id ?? 'without an id',
    reason: `${objectName(type, objects)}: ${reason}`,
    remedy: null,
  }))
  const { skipped: goals } = await readGoals(store)
  const none = ok('skipped records', 'none')
  return [
    ...(records.length > 0 ? byReason('skipped records', records) : [none]),
    ...byReason('goals that are not quotas', goals),
  ]
}

/** How many records of a reason are named by id. */
const NAMED = 5

function byReason(check: string, records: readonly SkippedGoal[]): Finding[] {
  return [...Map.groupBy(records, ({ reason }) => reason)].map(([reason, list]) => {
    const ids = list.slice(0, NAMED).map(({ id }) => id)
    const more = list.length > NAMED ? ' …' : ''
    return note(check, `${list.length} × ${reason} (${ids.join(', ')}${more})`, list[0]?.remedy)
  })
}

const LEASES: Readonly<Record<string, string>> = {
  poll: 'polls',
  nightly: 'compares stored records with HubSpot',
}

/** Only processes that share a store hold leases. */
async function leaseFindings(store: Store): Promise<Finding[]> {
  const held = await store.leases.current()
  return held.map(({ name, holder }) => ok('at work', `${holder} ${LEASES[name] ?? name} at this moment`))
}
