import { createRandom, seedOf } from '../random.ts'
import type { PropertyValues } from '../records.ts'
import { type CompanyTime, isAtWork } from './company-time.ts'
import { planted, type RepModel, reps, userIdOf } from './people.ts'
import { meetingTypes } from './sales-setup.ts'

interface Booking {
  time: CompanyTime
  book: { rep: RepModel }
  day: string
}

/** Those of the rep's team who book for others and are at work on that day. */
function bookersFor({ time, book: { rep }, day }: Booking): string[] {
  return reps
    .filter(({ teamId, ownerId }) => teamId === rep.teamId && planted.bookers.includes(ownerId))
    .filter((booker) => isAtWork(time, booker, day))
    .map(({ ownerId }) => ownerId)
}

/**
 * What type a meeting has, which a few do not say, and who booked it: mostly the rep, in a quarter of cases somebody who
 * books for the team. It has a random stream of its own, so that everything else in the company stays the same.
 */
export function bookingOf(booking: Booking, atMs: number): PropertyValues {
  const { time, book } = booking
  const { ownerId } = book.rep
  const random = createRandom(seedOf(time.seed, 'booking', ownerId, atMs))
  const type = random.chance(0.08) ? null : random.pick(meetingTypes)
  const bookers = planted.bookers.includes(ownerId) ? [] : bookersFor(booking)
  const bookedBy = bookers.length > 0 && random.chance(0.25) ? random.pick(bookers) : ownerId
  return { hs_activity_type: type, hs_created_by_user_id: String(userIdOf(bookedBy)) }
}
