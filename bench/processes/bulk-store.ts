/** Fills a store with the activities of a bulk account through the store's own interface, without HubSpot. */
import { type Rules, rulesFrom } from '../../src/domain/company/rules.ts'
import { isFactType } from '../../src/domain/facts/facts.ts'
import { RECORD_TYPES } from '../../src/hubspot/records/record-types.ts'
import type { Store } from '../../src/ports/store.ts'
import { type BulkOptions, bulkAccount } from '../../src/sandbox/hubspot/bulk-account.ts'

type BulkAccount = ReturnType<typeof bulkAccount>

/** Facts per transaction: more than one of HubSpot's pages, so that a million take less time. */
const PAGE = 500

export async function fillStore(store: Store, options: BulkOptions): Promise<void> {
  const account = bulkAccount(options)
  const rules = await saveDirectory(store, account, options.now)
  for (const cursor of await store.cursors.read()) {
    const { type } = cursor
    if (!isFactType(type)) continue
    for (let fromId = 0; ; ) {
      const records = account.table(type).page({ fromId, limit: PAGE, archived: false })
      const facts = records.map((record) =>
        RECORD_TYPES[type].toFact({ ...record, updatedAt: new Date(record.updatedAt) }),
      )
      await store.facts.savePage(
        { type, facts, skipped: [], cursor: { ...cursor, asOf: options.now } },
        rules,
      )
      if (records.length < PAGE) break
      fromId = Number(records.at(-1)?.id) + 1
    }
  }
  await store.facts.mature(options.now)
}

async function saveDirectory(store: Store, { account, owners }: BulkAccount, now: number): Promise<Rules> {
  await store.directory.saveAccount({
    portalId: String(account.portalId),
    zone: account.timeZone,
    currency: account.companyCurrency,
    uiDomain: account.uiDomain,
  })
  const members = owners.map(({ id, userId, email, firstName, lastName, updatedAt, teams = [] }) => ({
    id,
    userId: String(userId),
    email: email ?? null,
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    isArchived: false,
    archivedAt: null,
    updatedAt: Date.parse(updatedAt),
    teams: teams.map((team) => ({ teamId: team.id, name: team.name, isPrimary: team.primary })),
  }))
  const teams = new Map(members.flatMap((owner) => owner.teams.map(({ teamId, name }) => [teamId, name])))
  await store.directory.saveOwners(
    members,
    [...teams].map(([id, name]) => ({ id, name })),
  )
  await store.settings.save({ visibility: 'named' })
  const body = rulesFrom(await store.directory.read(), await store.settings.read(), now)
  if (!body) throw new Error('there is no account')
  return store.rules.adopt(body)
}
