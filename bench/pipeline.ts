/** Reading, mapping and storing with tallies, compared with the least a program could do with the same pages. */
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { FACT_TYPES } from '../src/domain/facts/facts.ts'
import { median } from './arithmetic.ts'
import { type BotWorld, botOrder, databaseOf, withSlack } from './bot-program.ts'
import { withChild } from './child.ts'
import { withFolder } from './folder.ts'
import { Fill, type HubSpotAddress, withHubSpot } from './hubspot-child.ts'
import { atLeast, atMost, informs, type Measurement, type Row, type Settings } from './measurement.ts'
import { startProgram } from './timed-process.ts'

const REPS = 50
const DAYS = 365

export const pipeline: Measurement = {
  name: 'pipeline',
  title:
    'Read → map → store with tallies, compared with plain fetch with prepared 50-row upserts and no tallies',
  async measure(settings) {
    return [...(await measureSpeed(settings)), ...(await measureMemory(settings))]
  },
}

interface Round {
  bot: Served
  plain: Served
}

/** A fill, and how busy the pretend HubSpot was meanwhile: at 1, wall time only measures the pretend HubSpot. */
interface Served extends Fill {
  serverShare: number
}

/** Rounds alternate, each in a new process and on a new file. */
function measureSpeed(settings: Settings): Promise<Row[]> {
  const activities = settings.isQuick ? 20_000 : 200_000
  const account = { kind: 'bulk' as const, activities, reps: REPS, days: DAYS }
  return withHubSpot({ account, latencyMs: 0, tenSecondly: null }, async (hubspot, address) => {
    const served = async (fill: () => Promise<Fill>): Promise<Served> => {
      const before = await hubspot.cpuMs()
      const done = await fill()
      return { ...done, serverShare: ((await hubspot.cpuMs()) - before) / done.wallMs }
    }
    const rounds: Round[] = []
    for (let round = 0; round < (settings.isQuick ? 3 : 5); round += 1) {
      const plain = await served(() => fillPlainly(address))
      rounds.push({ plain, bot: await served(() => fillByBot(address, settings)) })
    }
    return speedRows(rounds)
  })
}

function speedRows(rounds: readonly Round[]): Row[] {
  const perSecond = (by: 'cpuMs' | 'wallMs', of: 'bot' | 'plain') =>
    median(rounds.map((round) => (1000 * round[of].records) / round[of][by]))
  const ratio = (by: 'cpuMs' | 'wallMs') =>
    median(rounds.map(({ bot, plain }) => bot.records / bot[by] / (plain.records / plain[by])))
  const shown = (records: number, unit: string) => `${Math.round(records / 100) / 10}k records / ${unit}`
  return [
    {
      what: 'speed by CPU time',
      ours: shown(perSecond('cpuMs', 'bot'), 'CPU s'),
      comparedWith: shown(perSecond('cpuMs', 'plain'), 'CPU s'),
      ...atLeast(ratio('cpuMs'), 0.4, ' ×'),
    },
    {
      what: 'speed by wall time',
      ours: shown(perSecond('wallMs', 'bot'), 's'),
      comparedWith: shown(perSecond('wallMs', 'plain'), 's'),
      ...atLeast(ratio('wallMs'), 0.4, ' ×'),
    },
    {
      what: "the pretend HubSpot's share of its core",
      ours: median(rounds.map(({ bot }) => bot.serverShare)).toFixed(2),
      comparedWith: median(rounds.map(({ plain }) => plain.serverShare)).toFixed(2),
      ...informs(''),
    },
  ]
}

/** Measures `scoreline start` itself, with everything the bot has in its process. */
async function measureMemory({ isQuick }: Settings): Promise<Row[]> {
  const many = isQuick ? 100_000 : 1_000_000
  const few = many / 10
  const fewPeak = await peakOfBot(few)
  const peak = await peakOfBot(many)
  const ours = `${many.toLocaleString('en')} activities: ${peak.toFixed(0)} MB`
  const base = `${few.toLocaleString('en')}: ${fewPeak.toFixed(0)} MB`
  return [
    {
      what: 'peak memory of the bot, growth',
      ours,
      comparedWith: base,
      ...atMost(peak / fewPeak, 1.15, ' ×'),
    },
    { what: 'peak memory of the bot', ours, comparedWith: '', ...atMost(peak, 240, ' MB') },
  ]
}

/** The bot obeys the limit that HubSpot states, so a limit that is never reached means no limit. */
export function peakOfBot(
  activities: number,
  prepare: (world: BotWorld) => Promise<void> = async () => undefined,
): Promise<number> {
  const account = { kind: 'bulk' as const, activities, reps: REPS, days: DAYS }
  return withHubSpot({ account, latencyMs: 0, tenSecondly: 1_000_000_000 }, (_, hubspot) =>
    withSlack((slack) =>
      withFolder(async (folder) => {
        const world = { hubspot, slack, folder }
        await prepare(world)
        const program = await startProgram(botOrder(world))
        await untilFilled(databaseOf(world))
        const peak = program.peakMb()
        await program.stop()
        if (peak === null) throw new Error('this system does not report the peak memory of a process')
        return peak
      }),
    ),
  )
}

async function untilFilled(path: string): Promise<void> {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
  const filled = database.prepare('select count(*) as count from cursors where as_of is not null')
  while (Number(filled.get()?.['count']) < FACT_TYPES.length) await sleep(500)
  database.close()
}

function fillPlainly(address: HubSpotAddress): Promise<Fill> {
  return withFolder((folder) =>
    withChild('plain-fill.ts', { place: 'tested' }, async (plain) => {
      const order = { ...address, path: `${folder}/plain.db`, isTogether: true, forMs: 3_600_000 }
      await plain.ask('prepare', order, z.unknown())
      return plain.ask('fill', order, Fill)
    }),
  )
}

function fillByBot(address: HubSpotAddress, { profileFolder }: Settings): Promise<Fill> {
  return withFolder((folder) =>
    withChild('bot-fill.ts', { place: 'tested', isBot: true, profileFolder }, async (bot) => {
      await bot.ask('prepare', { ...address, path: `${folder}/bot.db`, isPaced: false }, z.unknown())
      const fill = await bot.ask('fill', null, Fill)
      await bot.ask('close', null, z.unknown())
      return fill
    }),
  )
}
