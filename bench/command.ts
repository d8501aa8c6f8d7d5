/** `/sales quota` in HTTP mode, compared with a bare Bolt app that acks and sends an answer of the same size. */
import { z } from 'zod'
import { median } from './arithmetic.ts'
import { type Child, withChild } from './child.ts'
import { fillDatabase } from './company-store.ts'
import { withFolder } from './folder.ts'
import { withHubSpot } from './hubspot-child.ts'
import { atMost, informs, type Measurement, type Row, type Settings } from './measurement.ts'
import { BoltOrder, Person } from './processes/orders.ts'

const WORDS = 'quota'

export const command: Measurement = {
  name: 'command',
  title:
    '/sales quota of 26 reps in HTTP mode, compared with a bare Bolt app with an answer of the same size',
  measure,
}

const SlackAddress = z.object({ apiUrl: z.string(), signingSecret: z.string() })
const Capacity = z.object({ perSecond: z.number(), sample: z.string() })
const Fired = z.object({
  count: z.number(),
  ackP50Ms: z.number(),
  ackP99Ms: z.number(),
  loadShare: z.number(),
})

/** An app under load. */
interface Tested {
  app: Child
  port: number
}

function measure(settings: Settings): Promise<Row[]> {
  const { profileFolder } = settings
  return withFolder((folder) =>
    withChild('bot-http.ts', { place: 'tested', isBot: true, profileFolder }, (bot) =>
      withChild('bolt-http.ts', { place: 'tested' }, (bolt) =>
        withChild('load.ts', { place: 'around' }, async (load) => {
          const path = `${folder}/company.db`
          await withHubSpot({ account: { kind: 'company' }, latencyMs: 0, tenSecondly: null }, (_, hubspot) =>
            fillDatabase(hubspot, path),
          )
          const people = await bot.ask('open', { path }, z.array(Person).nonempty())
          const slack = await load.ask('start', { people }, SlackAddress)
          const port = await bot.ask('listen', { path, ...slack }, z.number())
          const { perSecond, sample } = await capacityOf(load, port, settings)
          const answer = BoltOrder.shape.answer.parse(JSON.parse(sample))
          const boltPort = await bolt.ask('listen', { ...slack, answer }, z.number())
          const boltPerSecond = (await capacityOf(load, boltPort, settings)).perSecond
          // Both keep up with it: an app that falls behind is measured while it answers everybody late.
          const rate = Math.min(boltPerSecond / 2, perSecond * 0.8)
          const rounds = await fireInTurns(load, {
            tested: { bot: { app: bot, port }, bolt: { app: bolt, port: boltPort } },
            perSecond: rate,
            settings,
          })
          return toRows(rounds, { bot: perSecond, bolt: boltPerSecond, rate, bytes: sample.length })
        }),
      ),
    ),
  )
}

/** The most commands per second that an app answers, once it is warm. */
async function capacityOf(
  load: Child,
  port: number,
  { isQuick }: Settings,
): Promise<z.infer<typeof Capacity>> {
  const order = { port, words: WORDS, concurrency: 32 }
  await load.ask('capacity', { ...order, forMs: isQuick ? 1_000 : 4_000 }, Capacity)
  return load.ask('capacity', { ...order, forMs: isQuick ? 1_000 : 4_000 }, Capacity)
}

interface Firing {
  tested: { bot: Tested; bolt: Tested }
  perSecond: number
  settings: Settings
}

interface Round {
  bot: Load
  bolt: Load
}

interface Load {
  cpuMsEach: number
  ackP50Ms: number
  ackP99Ms: number
  loadShare: number
}

async function fireInTurns(load: Child, { tested, perSecond, settings }: Firing): Promise<Round[]> {
  const { isQuick } = settings
  const fire = async ({ app, port }: Tested): Promise<Load> => {
    const before = await app.cpuMs()
    const order = { port, words: WORDS, perSecond, forMs: isQuick ? 1_000 : 5_000 }
    const { count, ...fired } = await load.ask('fire', order, Fired)
    return { ...fired, cpuMsEach: ((await app.cpuMs()) - before) / count }
  }
  const rounds: Round[] = []
  for (let round = 0; round < (isQuick ? 3 : 7); round += 1) {
    rounds.push({ bolt: await fire(tested.bolt), bot: await fire(tested.bot) })
  }
  return rounds
}

interface Capacities {
  bot: number
  bolt: number
  /** At which CPU and acks were measured. */
  rate: number
  bytes: number
}

function toRows(rounds: readonly Round[], capacities: Capacities): Row[] {
  const middle = (of: keyof Round, what: keyof Load) => median(rounds.map((round) => round[of][what]))
  const ratio = (what: keyof Load) => median(rounds.map(({ bot, bolt }) => bot[what] / bolt[what]))
  const inMs = (of: keyof Round, what: keyof Load) => `${middle(of, what).toFixed(2)} ms`
  const row = (what: string, of: keyof Load, most: number) => ({
    what,
    ours: inMs('bot', of),
    comparedWith: inMs('bolt', of),
    ...atMost(ratio(of), most, ' ×'),
  })
  const rate = capacities.rate.toFixed(0)
  return [
    row(`CPU per request, ${rate} requests/s`, 'cpuMsEach', 2.2),
    {
      what: `ack p99, ${rate} requests/s`,
      ours: inMs('bot', 'ackP99Ms'),
      comparedWith: inMs('bolt', 'ackP99Ms'),
      // It varies from run to run by a factor of two.
      ...informs(`${ratio('ackP99Ms').toFixed(2)} ×`),
    },
    {
      what: 'ack p50',
      ours: inMs('bot', 'ackP50Ms'),
      comparedWith: inMs('bolt', 'ackP50Ms'),
      ...informs(`${ratio('ackP50Ms').toFixed(2)} ×`),
    },
    {
      what: `capacity (answers of ${capacities.bytes} B)`,
      ours: `${capacities.bot.toFixed(0)} requests/s`,
      comparedWith: `${capacities.bolt.toFixed(0)} requests/s`,
      ...informs(`${(capacities.bot / capacities.bolt).toFixed(2)} ×`),
    },
    {
      what: "the load generator's share of its core",
      ours: middle('bot', 'loadShare').toFixed(2),
      comparedWith: middle('bolt', 'loadShare').toFixed(2),
      ...informs(''),
    },
  ]
}
