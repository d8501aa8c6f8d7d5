/**
 * The first fill: every record of a type by list pages, in order of id, to be taken up again after any stop. One cursor
 * reads one page after the other, so a type that outweighs all others is read by search from the top as well, until the
 * two meet.
 */
import type { Cursor, PassState } from '../ports/fact-store.ts'
import { isSourceError } from '../ports/source.ts'
import { readPages } from './pages.ts'
import type { TypeReading } from './type-reading.ts'

const FROM_ABOVE = 'fillFromAbove'

/** What the two readers know of each other. */
interface Meeting {
  /** Everything from here up is saved by the reader from above. */
  lowestAbove: number | null
  /** Records that it has read. */
  readAbove: number
  isOver: boolean
}

/** What changes while it runs is younger than `asOf` and so left to the first fast pass. */
export async function fillType(reading: TypeReading): Promise<void> {
  const meeting = await meetingFor(reading)
  const fromAbove = readFromAbove(reading, meeting)
  // Should the list fail first, nobody waits for the other reader any more.
  fromAbove.catch(() => undefined)
  try {
    await readFromBelow(reading, meeting)
  } finally {
    meeting.isOver = true
  }
  await fromAbove
}

/** A fill that begins anew forgets how far an earlier one had come from above. */
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
  // When a page fails nobody waits for the total any more; its own failure is not to end the process.
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

/** Stops where the list is done. What HubSpot refuses here is no loss: the list reads on to the end. */
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
