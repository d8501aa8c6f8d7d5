/**
 * The first fill: lists every record of a type in id order and resumes after any stop. One cursor reads one page after
 * the other, so a type larger than all others together is also read by search from the highest id down, until the two
 * meet.
 */
import type { Cursor, PassState } from '../ports/fact-store.ts'
import { isSourceError } from '../ports/source.ts'
import { readPages } from './pages.ts'
import type { TypeReading } from './type-reading.ts'

const FROM_ABOVE = 'fillFromAbove'

/** What the two readers share. */
interface Meeting {
  /** The reader from above has saved everything from this id up. */
  lowestAbove: number | null
  /** How many records it has read. */
  readAbove: number
  isOver: boolean
}

/** What changes while it runs is later than `asOf` and therefore left to the first fast pass. */
export async function fillType(reading: TypeReading): Promise<void> {
  const meeting = await meetingFor(reading)
  const fromAbove = readFromAbove(reading, meeting)
  // If the list fails first, nobody awaits the other reader any more.
  fromAbove.catch(() => undefined)
  try {
    await readFromBelow(reading, meeting)
  } finally {
    meeting.isOver = true
  }
  await fromAbove
}

/** A fill that starts over forgets how far an earlier one had got from above. */
async function meetingFor({ type, cursor, store }: TypeReading): Promise<Meeting> {
  const states = await store.passes.read()
  const state = states.find((one) => one.pass === FROM_ABOVE && one.type === type)
  const [lowest, read] = (state?.position ?? '').split(' ').map(Number)
  const isTakenUp = cursor.fillStartedAt !== null && state?.position
  return {
    lowestAbove: isTakenUp ? (lowest ?? null) : null,
    readAbove: isTakenUp ? (read ?? 0) : 0,
    isOver: false,
  }
}

async function readFromBelow(reading: TypeReading, meeting: Meeting): Promise<void> {
  const { type, source, sizes, savePage, tellProgress } = reading
  let cursor = reading.cursor
  let { total } = cursor
  const counted = sizes.of(type).then((count) => {
    total ??= count
  })
  // If a page fails, nobody awaits the total any more, and its own failure must not end the process.
  counted.catch(() => undefined)
  const isMet = (next: string | null) =>
    next !== null && meeting.lowestAbove !== null && Number(next) >= meeting.lowestAbove
  await readPages({
    from: cursor.fillCursor,
    request: (after) => source.listPage(type, after),
    isEnough: (page) => isMet(page.next),
    async save(page) {
      const done = page.next === null || isMet(page.next)
      const fillStartedAt = cursor.fillStartedAt ?? page.serverTime
      const filled = cursor.filled + page.facts.length + page.skipped.length
      const asOf = done ? fillStartedAt : null
      const fillCursor = done ? null : page.next
      cursor = { type, fillCursor, fillStartedAt, asOf, filled, total, error: null, fault: null }
      await savePage(
        page,
        done ? { cursor: finished(cursor, meeting), pass: nothingAbove(type) } : { cursor },
      )
      tellProgress({ type, filled: filled + meeting.readAbove, total, done })
    },
  })
  await counted
}

function finished(cursor: Cursor, { readAbove }: Meeting): Cursor {
  return { ...cursor, filled: cursor.filled + readAbove }
}

function nothingAbove(type: Cursor['type']): PassState {
  return { pass: FROM_ABOVE, type, position: null, beganAt: null, endedAt: null }
}

/** Stops when the list is done. A refusal by HubSpot loses nothing here: the list reads on to the end. */
async function readFromAbove(
  { type, source, sizes, savePage }: TypeReading,
  meeting: Meeting,
): Promise<void> {
  if (meeting.lowestAbove === null && !(await sizes.outweighs(type))) return
  try {
    let cursor = meeting.lowestAbove === null ? null : String(meeting.lowestAbove)
    while (!meeting.isOver) {
      const page = await source.pageFromAbove(type, cursor)
      if (meeting.isOver || page.next === null) return
      const readAbove = meeting.readAbove + page.facts.length + page.skipped.length
      const position = `${page.next} ${readAbove}`
      await savePage(page, {
        pass: { pass: FROM_ABOVE, type, position, beganAt: page.serverTime, endedAt: null },
      })
      meeting.lowestAbove = Number(page.next)
      meeting.readAbove = readAbove
      cursor = page.next
    }
  } catch (error) {
    if (!isSourceError(error)) throw error
  }
}
