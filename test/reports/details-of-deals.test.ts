/** Between the fill of deals and the first complete reading of their details, over HTTP: nothing is told in part. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { readFunnel } from '../../src/reports/funnel.ts'
import { readInsights } from '../../src/reports/insights/insights.ts'
import { readMetric } from '../../src/reports/metric.ts'
import { readReport } from '../../src/reports/report.ts'
import { readTrend } from '../../src/reports/trend.ts'
import type { EndpointKind } from '../../src/sandbox/hubspot/endpoints/call.ts'
import { answerBlocks } from '../../src/slack/blocks/answer-blocks.ts'
import { addCall, aWorld, DAY, HOUR, MINUTE, twoReps, type World } from '../reliability/worlds.ts'
import { DATABASES, writeInto } from '../store/stores.ts'

const PERIOD = 'last month'
const EVERYONE = { scope: { kind: 'everyone' }, period: PERIOD } as const
const DETAILED = ['arpa', 'close_date_slip', 'forecast_accuracy'] as const
const OCTOBER = Date.parse('2026-10-01T00:00:00Z')

/**
 * Ann's deals, created in September, due in October and won then, each for a company and after a call. More than HubSpot
 * returns the history of in one request.
 */
function accountOfDeals(deals = 60) {
  const account = twoReps()
  const company = account.create('companies', { name: 'Fjord' }, { atMs: OCTOBER - 20 * DAY }).id
  for (let index = 0; index < deals; index++) {
    const properties = {
      dealname: `Fjord ${index}`,
      pipeline: 'default',
      dealstage: 'one',
      amount: '1000',
      hubspot_owner_id: '1',
      closedate: '2026-10-20T10:00:00Z',
    }
    const { id } = account.create('deals', properties, { atMs: OCTOBER - 10 * DAY })
    account.update('deals', id, { dealstage: 'won' }, { atMs: OCTOBER + 5 * DAY })
    account.associate({ type: 'deals', id }, { type: 'companies', id: company }, true)
    const call = addCall(account, {}, OCTOBER + 2 * DAY)
    account.associate({ type: 'deals', id }, { type: 'calls', id: call })
  }
  return account
}

async function reportOf({ store, clock }: World) {
  const report = await readReport({ store, clock, words: hubSpotWords }, { periods: [PERIOD] })
  return JSON.parse(JSON.stringify(report))
}

interface Told {
  [metric: string]: unknown
  incomplete: unknown
}

/** The value of each metric in the report, what the funnel counts, and what the report says of types. */
async function toldBy(world: World): Promise<Told> {
  const { [PERIOD]: month, _meta } = await reportOf(world)
  const ids = [...DETAILED, 'revenue', 'deals_created', 'calls']
  const values = ids.map((id) => [id, month.everyone[id].value])
  return {
    ...Object.fromEntries(values),
    entered: month.everyone._funnel.default.stages.map(({ entered }: { entered: unknown }) => entered),
    incomplete: _meta.incomplete,
  }
}

/** What Ann reads in Slack. */
async function answerTo(world: World, words: string): Promise<string> {
  const { store, clock, account } = world
  const answers = createAnswers({ store, clock, lexicons: LEXICONS })
  const asker = { userId: 'U1', email: account.owners[0]?.email ?? '', isFullMember: true }
  const answer = await answers.answer({ asker, words })
  const { oauthScopesFor } = hubSpotWords
  return JSON.stringify(answerBlocks(answer, { texts: createTexts('en'), oauthScopesFor }).blocks)
}

async function saidByInsights({ store, clock }: World) {
  const document = await readInsights({ store, clock })
  if (!document) throw new Error('the account was read')
  const { before_a_sale, stage_bottlenecks, plateau } = document
  const beforeSale = before_a_sale['everyone']
  return {
    beforeSale: beforeSale?.why ?? beforeSale?.value,
    unreadDeals: beforeSale?.unread_deals,
    stages: stage_bottlenecks.why ?? 'found',
    plateau: plateau['everyone']?.why ?? 'found',
    missing: document._meta.missing_metrics,
  }
}

/** A poll that gets no answer to the requests of a kind about deals; stopped, it is as good as killed. */
async function heldIn(world: World, kind: EndpointKind, after = 0) {
  world.sandbox.faults.next({ kind: 'hang', match: { type: 'deals', kind }, after })
  world.sandbox.requests.reset()
  const running = world.sync.run().catch(() => undefined)
  const asked = () =>
    world.sandbox.requests.latest.filter((one) => one.kind === kind && one.subject === 'deals').length
  while (asked() <= after) await sleep(5)
  return {
    async kill() {
      await world.sync.stop()
      await running
      world.sync = world.newSync()
    },
  }
}

describe.each(DATABASES)('details of deals that are being read for the first time, on %s', (database) => {
  it('make nothing partial: what rests on histories is null, says so, and everything else is there', async () => {
    const world = await aWorld({ database, account: accountOfDeals() })
    const poll = await heldIn(world, 'batchRead', 1)
    await vi.waitFor(async () => expect(await toldBy(world)).toMatchObject({ arpa: 6_000_000 }))
    const told = await toldBy(world)
    const loading = { reason: 'loading', progress: 50 / 60 }
    expect(told).toMatchObject({
      close_date_slip: null,
      forecast_accuracy: null,
      revenue: 6_000_000,
      deals_created: 0,
      calls: 60,
      incomplete: { deals: loading },
    })
    expect(told['entered']).toEqual([null, null, null, null, null])
    const ports = { store: world.store, clock: world.clock }
    const funnel = await readFunnel(ports, EVERYONE)
    if (typeof funnel === 'string') throw new Error(funnel)
    expect(new Set(funnel.pipelines.flatMap(({ stages }) => stages.map((stage) => stage.entered)))).toEqual(
      new Set([null]),
    )
    expect(funnel._meta.incomplete).toEqual({ deals: loading })
    const trend = { ...EVERYONE, metric: 'close_date_slip', by: 'month' } as const
    expect(await readTrend(ports, trend)).toMatchObject({
      whole: { value: null },
      buckets: [{ value: null }],
    })
    expect(await saidByInsights(world)).toMatchObject({
      beforeSale: 'still_loading',
      unreadDeals: null,
      stages: 'still_loading',
      plateau: 'found',
      missing: { close_date_slip: 'still_loading' },
    })
    await poll.kill()
    expect(await toldBy(world)).toEqual(told)

    await world.sync.run()
    expect(await toldBy(world)).toMatchObject({
      arpa: 6_000_000,
      close_date_slip: 0,
      forecast_accuracy: 0,
      entered: [0, 0, 0, 60, 0],
      incomplete: {},
    })
    expect(await saidByInsights(world)).toMatchObject({
      beforeSale: { deals: 60, calls: 1 },
      unreadDeals: 0,
      stages: 'found',
    })
  })

  it('make nothing partial: what rests on companies is null and says so, and people read that it is loading', async () => {
    const world = await aWorld({ database, account: accountOfDeals(3) })
    const poll = await heldIn(world, 'associations')
    const companies = { reason: 'loading', progress: 0 }
    const arpa = await readMetric({ store: world.store, clock: world.clock }, { ...EVERYONE, metric: 'arpa' })

    expect(arpa).toMatchObject({ value: null, numerator: null, _meta: { incomplete: { companies } } })
    const told = { arpa: null, close_date_slip: 0, revenue: 300_000 }
    await vi.waitFor(async () => expect(await toldBy(world)).toMatchObject(told))
    expect(await answerTo(world, 'arpa last month')).toMatch(/loading, 0\s*%/)
    expect(await answerTo(world, 'revenue last month')).not.toMatch(/loading/)
    await poll.kill()
    await world.sync.run()
    expect(await answerTo(world, 'arpa last month')).not.toMatch(/loading/)
    expect(await toldBy(world)).toMatchObject({ arpa: 300_000, incomplete: {} })
  })

  it('are complete for good: neither a new deal nor a full re-read makes them load again', async () => {
    const world = await aWorld({ database, account: accountOfDeals(3) })
    await world.sync.run()
    const { account } = world
    world.clock.time += 5 * MINUTE
    const deal = { pipeline: 'default', dealstage: 'one', amount: '5', closedate: '2026-12-01T00:00:00Z' }
    account.create('deals', { ...deal, hubspot_owner_id: '1' })
    world.clock.time += 15 * MINUTE
    const poll = await heldIn(world, 'batchRead')
    expect(await toldBy(world)).toMatchObject({ close_date_slip: 0, arpa: 300_000, incomplete: {} })
    await poll.kill()

    await world.sync.run({ isWhole: true, isFull: true })
    await world.night()
    expect(await toldBy(world)).toMatchObject({ close_date_slip: 0, arpa: 300_000, incomplete: {} })
  })

  it('read by an older version are complete as soon as a poll finds none lacking', async () => {
    const world = await aWorld({ database, account: accountOfDeals(3) })
    await world.sync.run()
    await writeInto(world.address, ["delete from passes where pass like 'first:%'"])
    expect(await toldBy(world)).toMatchObject({ arpa: null, incomplete: { deals: { progress: 1 } } })

    await world.pollAfter(5 * MINUTE)
    expect(await toldBy(world)).toMatchObject({ arpa: 300_000, incomplete: {} })
    expect(await saidByInsights(world)).toMatchObject({ beforeSale: { deals: 3 }, unreadDeals: 0 })
  })

  it('say which fault stopped them, until a poll reads them', async () => {
    const world = await aWorld({ database, account: accountOfDeals(3) })
    world.sandbox.faults.next({ kind: 'status', match: { type: 'deals', kind: 'batchRead' }, times: 9 })
    await world.sync.run()
    expect(await toldBy(world)).toMatchObject({
      ...{ arpa: 300_000, close_date_slip: null, revenue: 300_000 },
      incomplete: { deals: { reason: 'failed', progress: 0 } },
    })

    world.sandbox.faults.clear()
    await world.pollAfter(5 * MINUTE)
    expect(await toldBy(world)).toMatchObject({ close_date_slip: 0, incomplete: {} })
  })

  it('that the token may not read name the scope, and affect nothing else', async () => {
    const world = await aWorld({ database, account: accountOfDeals(3) })
    world.sandbox.faults.denyType('companies')
    await world.sync.run()
    await world.pollAfter(HOUR)
    expect(await toldBy(world)).toMatchObject({
      ...{ arpa: null, close_date_slip: 0, forecast_accuracy: 0, entered: [0, 0, 0, 3, 0] },
      incomplete: { companies: { reason: 'refused' } },
    })
    expect(await saidByInsights(world)).toMatchObject({
      beforeSale: { deals: 3 },
      missing: { arpa: 'not_readable' },
    })
    expect(await answerTo(world, 'arpa last month')).toContain('crm.objects.companies.read')

    world.sandbox.faults.allowType('companies')
    await world.pollAfter(5 * MINUTE)
    expect(await toldBy(world)).toMatchObject({ arpa: 300_000, incomplete: {} })
  })
})
