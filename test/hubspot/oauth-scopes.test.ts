/** Checks our list of scopes against what the sandbox demands, which does not know that list. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { OAUTH_SCOPES, OWN_METRIC_SCOPES, oauthScopesFor } from '../../src/hubspot/oauth-scopes.ts'
import type { HubSpotSource } from '../../src/hubspot/source.ts'
import type { Readable } from '../../src/ports/source-words.ts'
import { aDirectory } from '../builders.ts'
import { aWorld, errorOf } from './worlds.ts'

const ALL = OAUTH_SCOPES.map(({ scope }) => scope)
/** How the section of the README begins that is about metrics that an account declares. */
const OWN_METRICS = '## Your own metrics'
const SCOPE = /\b(?:crm|settings)\.[a-z_.]+\.read\b|sales-email-read/g
const hour = { from: 0, to: 3_600_000 }
const created = { property: 'hs_createdate', ...hour }
const directory = aDirectory({ account: null })

interface Reading {
  name: string
  read(source: HubSpotSource): Promise<unknown>
  /** What the token must be allowed to read. */
  takes: readonly Readable[]
}

/** Everything that the source ever reads from HubSpot. */
const READINGS: readonly Reading[] = [
  { name: 'account', read: (source) => source.account(), takes: [] },
  { name: 'owners', read: (source) => source.owners(), takes: ['owners', 'teams'] },
  { name: 'users', read: (source) => source.users(), takes: ['users'] },
  { name: 'pipelines', read: (source) => source.pipelines(), takes: ['pipelines'] },
  { name: 'exchange rates', read: (source) => source.exchangeRates(), takes: ['currencies'] },
  { name: 'call outcomes', read: (source) => source.callOutcomes(), takes: ['calls'] },
  { name: 'goals', read: (source) => source.goals(directory), takes: ['goals'] },
  { name: 'names', read: (source) => source.checkNames(), takes: ['deals', 'contacts', 'goals'] },
  { name: 'deal changes', read: (source) => source.dealChanges(['1']), takes: ['deals'] },
  { name: 'deal companies', read: (source) => source.dealCompanies(['1']), takes: ['deals', 'companies'] },
  ...(['calls', 'emails', 'meetings'] as const).map(
    (type): Reading => ({
      name: `deal ${type}`,
      read: (source) => source.dealActivities(['1'], type),
      takes: ['deals', type],
    }),
  ),
  ...FACT_TYPES.flatMap((type): Reading[] => [
    { name: `list ${type}`, read: (source) => source.listPage(type, null), takes: [type] },
    { name: `changed ${type}`, read: (source) => source.changedPage(type, hour, null), takes: [type] },
    { name: `from above ${type}`, read: (source) => source.pageFromAbove(type, null), takes: [type] },
    { name: `dated ${type}`, read: (source) => source.datedPage(type, created, null), takes: [type] },
    { name: `held ${type}`, read: (source) => source.readByIds(type, ['1']), takes: [type] },
  ]),
]

/** The reads that HubSpot refused at least in part: the source itself tolerates a few refusals. */
async function refusedWith(scopes: readonly string[]): Promise<string[]> {
  const refused: string[] = []
  const { sandbox, source } = await aWorld({ scopes })
  for (const { name, read } of READINGS) {
    sandbox.requests.reset()
    await read(source).catch(() => undefined)
    const statuses = Object.keys(sandbox.requests.byStatus)
    if (statuses.includes('403')) refused.push(name)
    else
      expect(
        statuses.filter((status) => !['200', '207'].includes(status)),
        name,
      ).toEqual([])
  }
  return refused
}

describe('the scopes', () => {
  test('are enough for everything that is read', async () => {
    expect(await refusedWith(ALL)).toEqual([])
  })

  test.each(ALL)(
    'without %s exactly those reads are refused that are listed as needing it',
    async (scope) => {
      const needing = READINGS.filter(({ takes }) => oauthScopesFor(takes).includes(scope))

      expect(needing).not.toEqual([])
      expect(await refusedWith(ALL.filter((other) => other !== scope))).toEqual(
        needing.map(({ name }) => name),
      )
    },
  )

  test('match the manifest and the README, each with what it is for', () => {
    const readme = readFileSync('README.md', 'utf8')
    const [before = '', after = ''] = readme.split(OWN_METRICS)
    const [, others = ''] = after.split(/\n(?=## )/)
    const named = `${before}${others}`.match(SCOPE)

    expect(JSON.parse(readFileSync('manifests/hubspot-scopes.json', 'utf8')).scopes).toEqual(ALL)
    expect(named).toEqual(ALL)
    for (const { scope, gives } of OAUTH_SCOPES) expect(readme).toContain(`| \`${scope}\` | ${gives} |`)
  })

  test('that only own metrics need match the manifest and a section of the README of their own', () => {
    const manifest = JSON.parse(readFileSync('manifests/hubspot-scopes.json', 'utf8'))
    const section = readFileSync('README.md', 'utf8').split(OWN_METRICS)[1]?.split('\n## ')[0] ?? ''
    const rows = [...section.matchAll(/^\| (?!object|---)`?(.+?)`? \| (.+) \|$/gm)].map(
      ([, object, scopes = '']) => [object, scopes.split(', ').map((scope) => scope.replaceAll('`', ''))],
    )

    expect(manifest.ownMetrics).toEqual(OWN_METRIC_SCOPES)
    expect(Object.fromEntries(rows)).toEqual(OWN_METRIC_SCOPES)
  })

  test.each(ALL)('doctor reports %s if it is missing', async (scope) => {
    const { source } = await aWorld({ scopes: ALL.filter((other) => other !== scope) })
    const uses = OAUTH_SCOPES.filter((use) => use.scope === scope)
    const ofRecords = FACT_TYPES.filter((type) => uses.some(({ reads }) => reads.includes(type)))

    const refusals = await source.checkAccess()

    if (ofRecords.length > 0) expect(refusals).toEqual([])
    else
      expect(refusals).toEqual(
        uses.map(({ reads: [what], gives, isOptional }) => {
          return { what, gives, isOptional, message: expect.stringContaining(`the scope ${scope};`) }
        }),
      )
  })

  test('are all listed in the error of a refused token', async () => {
    const { sandbox, source } = await aWorld()
    sandbox.faults.refuseToken()

    const { message } = await errorOf(source.account())

    for (const scope of ALL) expect(message).toContain(scope)
  })

  test.each([
    { without: 'sales-email-read', type: 'emails', named: 'the scope sales-email-read;' },
    { without: 'crm.objects.contacts.read', type: 'emails', named: 'the scope crm.objects.contacts.read;' },
    { without: 'crm.objects.deals.read', type: 'deals', named: 'the scope crm.objects.deals.read;' },
  ] as const)('a token without $without gets an error that names it', async ({ without, type, named }) => {
    const { source } = await aWorld({ scopes: ALL.filter((scope) => scope !== without) })

    const { message } = await errorOf(source.changedPage(type, hour, null))

    expect(message).toContain(
      `HubSpot does not let the token read ${type} (403). Give the service key ${named}`,
    )
  })

  test('are limited to ours in the error, though HubSpot names many that would do', async () => {
    const { source, sandbox } = await aWorld()
    const requiredGranularScopes = ['crm.objects.calls.read', 'crm.objects.contacts.read', 'tickets']
    const body = { category: 'MISSING_SCOPES', errors: [{ context: { requiredGranularScopes } }] }
    sandbox.faults.next({ kind: 'status', status: 403, body, match: { kind: 'search' } })

    const { message } = await errorOf(source.changedPage('calls', hour, null))

    expect(message).toContain('the scope crm.objects.contacts.read;')
  })

  test('in an error about links are those of the side that may not be read', async () => {
    const { source } = await aWorld({ scopes: ALL.filter((scope) => scope !== 'crm.objects.companies.read') })

    const { message } = await errorOf(source.dealCompanies(['1']))

    expect(message).toContain(
      'read companies (403). Give the service key the scope crm.objects.companies.read;',
    )
  })
})
