/** What own metrics cost: a fill and a month's report with twenty of them and without, and what a further type adds. */
import { z } from 'zod'
import { FACT_TYPES } from '../src/domain/facts/facts.ts'
import { openStore } from '../src/store/store.ts'
import { median } from './arithmetic.ts'
import { databaseOf } from './bot-program.ts'
import { withChild } from './child.ts'
import { evenAccount } from './even-account.ts'
import { withFolder } from './folder.ts'
import { Fill, type HubSpotAddress, withHubSpot } from './hubspot-child.ts'
import { atMost, type Measurement, type Row, type Settings } from './measurement.ts'
import { OWN_METRICS } from './own-declarations.ts'
import { peakOfBot } from './pipeline.ts'
import { requestsOf, withWorld } from './requests.ts'

const REPS = 250

export const ownMetrics: Measurement = {
  name: 'own-metrics',
  title: `${OWN_METRICS.length} own metrics on the eight types, compared with none; and a further object type`,
  measure: async (settings) => [
    ...(await furtherType(settings)),
    ...(await fills(settings)),
    ...(await reports(settings)),
    ...(await memory(settings)),
  ],
}

interface Round {
  plain: Served
  own: Served
}

interface Served extends Fill {
  requests: number
}

const Seen = z.object({ requests: z.array(z.unknown()) })

/** Rounds alternate, each in a new process and on a new file. */
function fills({ isQuick }: Settings): Promise<Row[]> {
  const account = { kind: 'bulk' as const, activities: isQuick ? 20_000 : 200_000, reps: 50, days: 365 }
  return withHubSpot({ account, latencyMs: 0, tenSecondly: null }, async (hubspot, address) => {
    const served = async (hasOwn: boolean): Promise<Served> => {
      const { fill, prepared } = await fillByBot(address, hasOwn, async () => {
        const seen = await hubspot.ask('seen', null, Seen)
        return seen.requests.length
      })
      const { requests } = await hubspot.ask('seen', null, Seen)
      if (prepared === 0) throw new Error('nothing was prepared')
      return { ...fill, requests: requests.length }
    }
    const rounds: Round[] = []
    for (let round = 0; round < (isQuick ? 3 : 5); round += 1)
      rounds.push({ plain: await served(false), own: await served(true) })
    const of = (kind: keyof Round, what: 'cpuMs' | 'requests') =>
      median(rounds.map((round) => round[kind][what]))
    return [
      {
        what: 'CPU of a fill',
        ours: `${(of('own', 'cpuMs') / 1000).toFixed(1)} s`,
        comparedWith: `${(of('plain', 'cpuMs') / 1000).toFixed(1)} s`,
        ...atMost(median(rounds.map(({ own, plain }) => own.cpuMs / plain.cpuMs)), 1.15, ' ×'),
      },
      {
        what: 'requests of a fill',
        ours: `${of('own', 'requests')}`,
        comparedWith: `${of('plain', 'requests')}`,
        ...atMost(of('own', 'requests') / of('plain', 'requests'), 1, ' ×'),
      },
    ]
  })
}

function fillByBot(address: HubSpotAddress, hasOwn: boolean, afterwards: () => Promise<number>) {
  return withFolder((folder) =>
    withChild('bot-fill.ts', { place: 'tested', isBot: true }, async (bot) => {
      const order = { ...address, path: `${folder}/bot.db`, isPaced: false, hasOwn }
      await bot.ask('prepare', order, z.unknown())
      const prepared = await afterwards()
      const fill = await bot.ask('fill', null, Fill)
      await bot.ask('close', null, z.unknown())
      return { fill, prepared }
    }),
  )
}

const Cost = z.object({ cpuMs: z.number() })
const WARM_UP_ROUNDS = 4

/** Both stores are open at the same time, each in its own process, and are asked alternately. */
function reports({ isQuick }: Settings): Promise<Row[]> {
  const size = isQuick ? { activities: 100_000, deals: 20_000 } : { activities: 1_000_000, deals: 200_000 }
  const now = Date.parse('2026-11-18T12:00:00Z')
  const order = { ...size, reps: REPS, days: 548, now, period: 'last month', rawPath: null }
  return withFolder((folder) =>
    withChild('metrics.ts', { place: 'tested', isBot: true }, (plain) =>
      withChild('metrics.ts', { place: 'tested', isBot: true }, async (own) => {
        await plain.ask('open', { ...order, path: `${folder}/plain.db`, hasOwn: false }, z.unknown())
        await own.ask('open', { ...order, path: `${folder}/own.db`, hasOwn: true }, z.unknown())
        const rounds: { plain: number; own: number }[] = []
        for (let round = 0; round < WARM_UP_ROUNDS + (isQuick ? 3 : 7); round += 1) {
          const before = await plain.ask('report', null, Cost)
          rounds.push({ plain: before.cpuMs, own: (await own.ask('report', null, Cost)).cpuMs })
        }
        const warm = rounds.slice(WARM_UP_ROUNDS)
        return [
          {
            what: `CPU of a month's report, ${REPS} reps`,
            ours: `${median(warm.map((round) => round.own)).toFixed(0)} ms`,
            comparedWith: `${median(warm.map((round) => round.plain)).toFixed(0)} ms`,
            ...atMost(median(warm.map((round) => round.own / round.plain)), 1.4, ' ×'),
          },
        ]
      }),
    ),
  )
}

/** Of the whole bot. */
async function memory({ isQuick }: Settings): Promise<Row[]> {
  const many = isQuick ? 100_000 : 1_000_000
  const peak = await peakOfBot(many, async (world) => {
    const store = await openStore({ kind: 'sqlite', path: databaseOf(world) })
    await store.settings.save({ metrics: [...OWN_METRICS] })
    await store.close()
  })
  return [
    {
      what: 'peak memory of the bot',
      ours: `${many.toLocaleString('en')} activities: ${peak.toFixed(0)} MB`,
      comparedWith: '',
      ...atMost(peak, 250, ' MB'),
    },
  ]
}

async function furtherType({ isQuick }: Settings): Promise<Row[]> {
  const tickets = isQuick ? 450 : 23_500
  const account = evenAccount(100, Date.now() - 3_600_000)
  const atMs = Date.now() - 3_600_000
  for (let at = 0; at < tickets; at += 1)
    account.create('tickets', { hubspot_owner_id: String(71_000_001 + (at % 50)) }, { atMs })
  return withWorld({ account, isLimited: false }, async ({ sandbox, store, sync }) => {
    await sync.run()
    const without = await requestsOf(sandbox, () => sync.run())
    const count = { object: 'tickets', date: 'createdate' }
    await store.settings.save({ metrics: [{ id: 'tickets', name: { en: 'Tickets' }, count }] })
    const filling = await requestsOf(sandbox, () => sync.run())
    const polling = await requestsOf(sandbox, () => sync.run())
    const filled = await store.facts.count('0-5')
    if (filled !== tickets) throw new Error(`${filled} of ${tickets} tickets were filled`)
    const [fewest, added] = [Math.ceil(tickets / 100), filling.total - polling.total]
    return [
      {
        what: `requests of a further type's fill, ${tickets.toLocaleString('en')} records`,
        ours: `${added}`,
        comparedWith: `fewest: ${fewest}`,
        ...atMost(added / fewest, 1.02, ' ×'),
      },
      {
        what: 'requests that it adds to a poll',
        ours: `${polling.total}`,
        comparedWith: `${without.total} for the ${FACT_TYPES.length} types`,
        ...atMost(polling.total - without.total, 1),
      },
    ]
  })
}
