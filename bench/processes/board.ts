/** Leaderboards of a month from a store with a very large number of activities. */
import { DatabaseSync } from 'node:sqlite'
import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import type { BoardAnswer } from '../../src/domain/answer/answer.ts'
import { dayStart } from '../../src/domain/calendar/day.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { openStore } from '../../src/store/store.ts'
import { fillStore } from './bulk-store.ts'
import { BoardOrder } from './orders.ts'
import { cpuMs, serve } from './serve.ts'

const ZONE = 'Europe/Copenhagen'
const WORDS = 'top 25 calls last month'
const ASKER = { userId: 'U1', email: 'rep1@fjordlys.example', isFullMember: true }
/** Longer than answers cache people and settings. */
const PAUSE_MS = 6_000

let answers: Answers | undefined
let facts: DatabaseSync | undefined
let time = 0

serve({
  async open(input) {
    const { path, now, ...size } = BoardOrder.parse(input)
    const store = await openStore({ kind: 'sqlite', path })
    await fillStore(store, { ...size, now, zone: ZONE })
    time = now
    answers = createAnswers({ store, clock: { now: () => time }, lexicons: LEXICONS })
    facts = new DatabaseSync(path, { readOnly: true })
    checkEqual(await readBoard(), countCalls)
  },
  /** Asks the same question repeatedly, each time from the store. */
  async ask(input) {
    const { times } = BoardOrder.pick({ times: true }).parse(input)
    const [cpu, began] = [cpuMs(), performance.now()]
    for (let at = 0; at < times; at += 1) await readBoard()
    return { cpuMs: (cpuMs() - cpu) / times, wallMs: (performance.now() - began) / times }
  },
  /** Measures how long it takes to count the facts themselves. */
  async countFacts() {
    const board = await readBoard()
    const began = performance.now()
    countCalls(board)
    return performance.now() - began
  },
})

async function readBoard(): Promise<BoardAnswer> {
  time += PAUSE_MS
  const answer = await answers?.answer({ asker: ASKER, words: WORDS })
  if (answer?.body.kind !== 'board') throw new Error(`expected a board, got ${JSON.stringify(answer?.body)}`)
  return answer.body
}

/** Calls on the board's days by owner, counted from the facts. */
function countCalls({ asked }: BoardAnswer): Map<string, number> {
  const rows = facts
    ?.prepare(
      `select owner_id, count(*) as calls from calls where at >= ? and at < ? and status <> 'CANCELED'
       group by owner_id`,
    )
    .all(dayStart(asked.period.from, ZONE), dayStart(asked.period.until, ZONE))
  return new Map(rows?.map((row) => [String(row['owner_id']), Number(row['calls'])]))
}

/** Checks that the board has the largest counts, and that each of them is right. */
function checkEqual(board: BoardAnswer, count: (board: BoardAnswer) => Map<string, number>): void {
  const counted = count(board)
  const largest = [...counted.values()].sort((a, b) => b - a).slice(0, board.top.length)
  const shown = board.top.map(({ value }) => value.value)
  const areRight = board.top.every(({ rep, value }) => counted.get(rep) === value.value)
  if (shown.length < 25 || !areRight || shown.join() !== largest.join()) {
    throw new Error(`the board says ${shown.join()}, the facts ${largest.join()}`)
  }
}
