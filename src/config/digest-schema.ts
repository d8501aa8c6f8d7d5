/** The schema of digests: what each one posts, where and when. */
import { z } from 'zod'
import type { BuiltInMetricId } from '../domain/metrics/catalogue.ts'
import {
  flag,
  listOf,
  name,
  object,
  slackChannel,
  slackUser,
  time,
  visibility,
  weekdays,
  whole,
  zone,
} from './values.ts'

const scope = z
  .string({ error: 'must be a scope, as text' })
  .regex(/^(everyone|team:\d+|group:.*\S.*)$/, 'must be "everyone", "team:<team id>" or "group:<name>"')

const COLUMNS: BuiltInMetricId[] = ['calls', 'meetings', 'revenue']

/** A table has room for three metrics next to the names. */
const MOST_COLUMNS = 3

/** A list of digests with distinct names. The schemas of a metric's id and of a language are passed in. */
export function digests({ metric, language }: { metric: z.ZodString; language: z.ZodType<string> }) {
  const digest = object({
    name: name.max(80, 'must have at most 80 characters'),
    channel: slackChannel,
    owner: slackUser.optional(),
    scope,
    days: weekdays.default([1, 2, 3, 4, 5]),
    time: time.default('09:00'),
    zone,
    language: language.optional(),
    visibility: visibility.optional(),
    top: whole(1, 20).default(5),
    board: metric.default('revenue'),
    columns: columns(metric).default(COLUMNS),
    quotaColumn: flag.default(true),
    weekly: flag.default(true),
    monthly: flag.default(true),
    staleMinutes: whole(1, 1440).default(60),
    enabled: flag.default(true),
  })
  return listOf(digest).superRefine((list, context) => {
    for (const index of repeatedNames(list.map((each) => each.name)))
      context.addIssue({ code: 'custom', path: [index, 'name'], message: 'is the name of another digest' })
  })
}

function columns(metric: z.ZodString) {
  return listOf(metric)
    .max(MOST_COLUMNS, `must hold at most ${MOST_COLUMNS} metrics`)
    .refine((list) => new Set(list).size === list.length, 'must name each metric once')
}

/** A digest's slots are stored under its name, so two digests with one name would take each other's slots. */
function repeatedNames(names: readonly string[]): number[] {
  const folded = names.map((each) => each.trim().toLowerCase())
  return folded.flatMap((each, index) => (folded.indexOf(each) < index ? [index] : []))
}
