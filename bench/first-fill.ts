/** The first fill under HubSpot's limits: how much of the allowance it uses, and whether it is ever refused. */
import { z } from 'zod'
import { withChild } from './child.ts'
import { withFolder } from './folder.ts'
import { Fill, type HubSpotAddress, withHubSpot } from './hubspot-child.ts'
import { atLeast, atMost, informs, type Measurement, type Row, type Settings } from './measurement.ts'

const LATENCIES_MS = [200, 400]
const LIMIT = { requests: 190, inMs: 10_000 }
/** The first requests are sent all at once; the steady part begins after them. */
const RAMP_MS = 1_000

const Seen = z.object({
  requests: z.array(z.object({ type: z.string(), isPage: z.boolean(), atMs: z.number() })),
  rateLimited: z.number(),
})
type Seen = z.infer<typeof Seen>

export const firstFill: Measurement = {
  name: 'first-fill',
  title: 'First fill: 8 types of equal size, 190 requests in 10 s allowed',
  async measure(settings) {
    const rows: Row[] = []
    for (const latencyMs of LATENCIES_MS) rows.push(...(await measure(settings, latencyMs)))
    return rows
  },
}

function measure({ isQuick }: Settings, latencyMs: number): Promise<Row[]> {
  const recordsOfType = isQuick ? 2_000 : 9_500
  const account = { kind: 'even' as const, recordsOfType }
  return withHubSpot({ account, latencyMs, tenSecondly: LIMIT.requests }, async (hubspot, address) => {
    await fillOneByOne(address, isQuick ? 4_000 : 12_000)
    const oneByOne = await hubspot.ask('seen', null, Seen)
    const fill = await fillByBot(address)
    const bot = await hubspot.ask('seen', null, Seen)
    return toRows({ bot, oneByOne, fill, recordsOfType, latencyMs })
  })
}

function fillOneByOne(address: HubSpotAddress, forMs: number): Promise<Fill> {
  return withFolder((folder) =>
    withChild('plain-fill.ts', { place: 'tested' }, async (plain) => {
      const order = { ...address, path: `${folder}/plain.db`, isTogether: false, forMs }
      await plain.ask('prepare', order, z.unknown())
      return plain.ask('fill', order, Fill)
    }),
  )
}

function fillByBot(address: HubSpotAddress): Promise<Fill> {
  return withFolder((folder) =>
    withChild('bot-fill.ts', { place: 'tested' }, async (bot) => {
      await bot.ask('prepare', { ...address, path: `${folder}/bot.db`, isPaced: true }, z.unknown())
      const fill = await bot.ask('fill', null, Fill)
      await bot.ask('close', null, z.unknown())
      return fill
    }),
  )
}

interface Seens {
  bot: Seen
  oneByOne: Seen
  fill: Fill
  recordsOfType: number
  latencyMs: number
}

function toRows({ bot, oneByOne, fill, recordsOfType, latencyMs }: Seens): Row[] {
  const steady = shareOfLimit(bot, steadyPart(bot))
  const whole = shareOfLimit(bot, wholePart(bot))
  const inTurn = shareOfLimit(oneByOne, wholePart(oneByOne))
  const inTurnText = `one cursor after another: ${inTurn.toFixed(2)}`
  const fewest = (8 * recordsOfType) / 100
  const pages = pagesOf(bot).length
  return [
    {
      what: `answers after ${latencyMs} ms: share of the limit, steady part`,
      ours: `${pages} pages in ${(fill.wallMs / 1000).toFixed(1)} s`,
      comparedWith: inTurnText,
      ...atLeast(steady, 0.95),
    },
    {
      what: 'share of the limit, whole fill',
      ours: '',
      comparedWith: inTurnText,
      ...informs(whole.toFixed(2)),
    },
    { what: 'answers 429', ours: `${bot.rateLimited}`, comparedWith: '', ...atMost(bot.rateLimited, 0) },
    {
      what: 'pages against the fewest',
      ours: `${pages}`,
      comparedWith: `${fewest}`,
      ...informs((pages / fewest).toFixed(3)),
    },
  ]
}

interface Part {
  fromMs: number
  toMs: number
}

function pagesOf({ requests }: Seen): Seen['requests'] {
  return requests.filter(({ isPage }) => isPage)
}

function wholePart(seen: Seen): Part {
  const times = pagesOf(seen).map(({ atMs }) => atMs)
  return { fromMs: Math.min(...times), toMs: Math.max(...times) }
}

/** From the end of the ramp until the first type has no more pages. */
function steadyPart(seen: Seen): Part {
  const lastOfType = new Map(pagesOf(seen).map(({ type, atMs }) => [type, atMs]))
  return { fromMs: wholePart(seen).fromMs + RAMP_MS, toMs: Math.min(...lastOfType.values()) }
}

/** The share that all requests counted by the limit use of it, whatever they read. */
function shareOfLimit({ requests }: Seen, { fromMs, toMs }: Part): number {
  const count = requests.filter(({ atMs }) => atMs >= fromMs && atMs < toMs).length
  return count / (toMs - fromMs) / (LIMIT.requests / LIMIT.inMs)
}
