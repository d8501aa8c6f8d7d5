/** A month's leaderboard from a store with many activities, compared with one with a tenth of them on the same days. */
import { z } from 'zod'
import { median } from './arithmetic.ts'
import { type Child, withChild } from './child.ts'
import { withFolder } from './folder.ts'
import { atMost, informs, type Measurement, type Row, type Settings } from './measurement.ts'
import type { BoardOrder } from './processes/orders.ts'

const REPS = 250
const DAYS = 365
const ROUNDS = 9
const TIMES = 20

export const leaderboard: Measurement = {
  name: 'leaderboard',
  title: `A month's leaderboard of ${REPS} reps, from a store with ten times the activities on the same ${DAYS} days`,
  measure,
}

const Question = z.object({ cpuMs: z.number(), wallMs: z.number() })
type Question = z.infer<typeof Question>

/** Both stores are open at the same time, each in its own process, and are asked alternately. */
function measure(settings: Settings): Promise<Row[]> {
  const many = settings.isQuick ? 100_000 : 1_000_000
  const { profileFolder } = settings
  return withFolder((folder) =>
    withChild('board.ts', { place: 'tested', isBot: true, profileFolder }, (large) =>
      withChild('board.ts', { place: 'tested' }, async (small) => {
        const order = { reps: REPS, days: DAYS, now: Date.now(), times: TIMES }
        await open(small, { ...order, path: `${folder}/small.db`, activities: many / 10 })
        await open(large, { ...order, path: `${folder}/large.db`, activities: many })
        return toRows(many, await askInTurns(large, small), {
          large: await countFacts(large),
          small: await countFacts(small),
        })
      }),
    ),
  )
}

/** Fills the store and checks the board against a count of the facts. */
async function open(child: Child, order: BoardOrder): Promise<void> {
  await child.ask('open', order, z.unknown())
}

interface Round {
  large: Question
  small: Question
}

async function askInTurns(large: Child, small: Child): Promise<Round[]> {
  const ask = (child: Child) => child.ask('ask', { times: TIMES }, Question)
  await Promise.all([ask(large), ask(small)])
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ large: await ask(large), small: await ask(small) })
  }
  return rounds
}

async function countFacts(child: Child): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await child.ask('countFacts', null, z.number()))
  return median(times)
}

function toRows(many: number, rounds: readonly Round[], facts: { large: number; small: number }): Row[] {
  const middle = (of: 'large' | 'small', by: 'cpuMs' | 'wallMs') =>
    median(rounds.map((round) => round[of][by]))
  const ratio = (by: 'cpuMs' | 'wallMs') => median(rounds.map(({ large, small }) => large[by] / small[by]))
  const shown = (of: 'large' | 'small', by: 'cpuMs' | 'wallMs') =>
    `${(of === 'large' ? many : many / 10).toLocaleString('en')}: ${middle(of, by).toFixed(2)} ms`
  const row = (what: string, by: 'cpuMs' | 'wallMs') => ({
    what,
    ours: shown('large', by),
    comparedWith: shown('small', by),
    ...atMost(ratio(by), 1.5, ' ×'),
  })
  return [
    row('by wall time', 'wallMs'),
    row('by CPU time', 'cpuMs'),
    {
      what: 'the facts counted instead, no index',
      ours: `${facts.large.toFixed(1)} ms`,
      comparedWith: `${facts.small.toFixed(1)} ms`,
      ...informs(`${(facts.large / facts.small).toFixed(2)} ×`),
    },
  ]
}
