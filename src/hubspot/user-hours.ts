/** Reads the hours that users set for themselves, which HubSpot keeps as JSON in a text. */
import { z } from 'zod'
import { mergedSpans } from '../domain/company/leave.ts'
import type { TimeSpan } from '../domain/company/people.ts'
import { instantIn, textIn, type Value } from './values.ts'

const OutOfOffice = z.object({
  startTimestamp: z.union([z.number(), z.string()]),
  endTimestamp: z.union([z.number(), z.string()]),
})

/** Spans without touching or overlapping ones, in order. Entries that cannot be read are left out. */
export function outOfOfficeIn(value: Value): TimeSpan[] {
  const spans = listIn(value).flatMap((entry) => {
    const read = OutOfOffice.safeParse(entry)
    if (!read.success) return []
    const from = instantIn(String(read.data.startTimestamp))
    const to = instantIn(String(read.data.endTimestamp))
    return from === null || to === null ? [] : [{ from, to }]
  })
  return mergedSpans(spans)
}

const WEEKDAYS: Readonly<Record<string, readonly number[]>> = {
  MONDAY: [1],
  TUESDAY: [2],
  WEDNESDAY: [3],
  THURSDAY: [4],
  FRIDAY: [5],
  SATURDAY: [6],
  SUNDAY: [7],
  MONDAY_TO_FRIDAY: [1, 2, 3, 4, 5],
  SATURDAY_SUNDAY: [6, 7],
  EVERY_DAY: [1, 2, 3, 4, 5, 6, 7],
}

const WorkingHours = z.object({ days: z.string() })

/** The ISO weekdays with working hours; `null` if there are none, or none that can be read. */
export function weekdaysIn(value: Value): number[] | null {
  const days = listIn(value).flatMap((entry) => {
    const read = WorkingHours.safeParse(entry)
    return read.success ? (WEEKDAYS[read.data.days] ?? []) : []
  })
  return days.length > 0 ? [...new Set(days)].sort() : null
}

function listIn(value: Value): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(textIn(value) ?? '[]')
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}
