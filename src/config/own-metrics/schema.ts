/** The schema of one own metric. What its id, names and words may not be, and what ratios may name: `own-metrics.ts`. */
import { z } from 'zod'
import type { Condition, OwnerProperty, OwnMetric } from '../../domain/company/own-metrics.ts'
import { complaintsIn } from '../complaints.ts'
import { flag, listOf, object, whole } from '../values.ts'

/** As HubSpot writes names of types and properties: a label has blanks. */
const NAME = /^\S+$/

/** A text that may not be left out, unlike those with a default. */
function text(what: string, pattern = /\S/): z.ZodString {
  return z
    .string({
      error: ({ input }) => `${input === undefined ? 'is missing: it ' : ''}must be ${what}, as text`,
    })
    .regex(pattern, `must be ${what}`)
}

/** Any text that says something, such as a name. */
const plainText = z
  .string({
    error: ({ input }) =>
      input === undefined
        ? 'is missing: it must be a text that is not blank'
        : 'must be a text in quotation marks, such as "10"',
  })
  .regex(/\S/, 'must be a text that is not blank')

const property = text("a property's internal name without blanks, such as closed_date, not its label", NAME)
const objectName = text('the name or type id of an object type, such as tickets or 2-4711', /^[\w-]{1,200}$/)
const metricId = text("a metric's id")
const number = z.number({ error: 'must be a number, such as 1000' })
const texts = z
  .array(plainText, { error: 'must be a list of texts, such as ["demo"]' })
  .min(1, 'must hold at least one text')

const A_CONDITION = 'a condition'

const CONDITIONS = {
  is: object({ property, is: texts }, A_CONDITION),
  isNot: object({ property, isNot: texts }, A_CONDITION),
  has: object({ property, has: flag }, A_CONDITION),
  above: object({ property, above: number }, A_CONDITION),
  atLeast: object({ property, atLeast: number }, A_CONDITION),
  below: object({ property, below: number }, A_CONDITION),
  atMost: object({ property, atMost: number }, A_CONDITION),
  on: object({ property, on: flag }, A_CONDITION),
} as const satisfies Record<string, z.ZodType<Condition>>

const COMPARISONS = Object.keys(CONDITIONS)

/** The schema for the comparison that it makes, or what is wrong with its keys. */
function conditionSchema(raw: object): z.ZodType<Condition> | string {
  const [comparison, ...others] = Object.entries(CONDITIONS).filter(([key]) => Object.hasOwn(raw, key))
  if (!comparison) return `compares nothing: besides "property" it must have one of ${COMPARISONS.join(', ')}`
  if (others.length === 0) return comparison[1]
  const made = [comparison, ...others].map(([key]) => `"${key}"`).join(' and ')
  return `makes ${others.length + 1} comparisons, ${made}: write a condition of its own for each`
}

const condition: z.ZodType<Condition> = chosen((raw) =>
  isObject(raw)
    ? conditionSchema(raw)
    : 'must be a condition, such as {"property": "meeting_type", "is": ["demo"]}',
)

const ownerOfUser = object({ property, holds: z.literal('user', { error: 'must be "user"' }) }, 'an owner')

const owner = chosen<OwnerProperty>((raw) => {
  if (typeof raw === 'string') return property
  return isObject(raw)
    ? ownerOfUser
    : 'must be the property that says who gets the credit, such as "set_by", or, if that holds ids of users, {"property": "set_by", "holds": "user"}'
})

/** The schema is chosen by the value, so that complaints are about what was meant. A text is the complaint itself. */
function chosen<T>(choose: (raw: unknown) => z.ZodType<T> | string): z.ZodType<T> {
  return z.unknown().transform((raw, context) => {
    const schema = choose(raw)
    const read = typeof schema === 'string' ? null : schema.safeParse(raw)
    if (read?.success) return read.data
    const found =
      typeof schema === 'string'
        ? [{ path: [], message: schema }]
        : (read?.error.issues ?? []).flatMap(complaintsIn)
    for (const { path, message } of found) context.addIssue({ code: 'custom', path: [...path], message })
    return z.NEVER
  })
}

function isObject(raw: unknown): raw is object {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}

const RECORDS = {
  object: objectName,
  date: property,
  owner: owner.optional(),
  where: listOf(condition).optional(),
}

const SUM = object(
  {
    ...RECORDS,
    property,
    unit: z.enum(['count', 'money', 'hours', 'minutes'], {
      error: 'must be "count", "money", "hours" or "minutes"',
    }),
    currency: property.optional(),
  },
  'a sum',
).refine(({ unit, currency }) => currency === undefined || unit === 'money', {
  path: ['currency'],
  error: 'has a meaning for money alone: leave it out, or set "unit" to "money"',
})

const metricIds = z
  .array(metricId, { error: 'must be a list of ids of metrics, such as ["deals_won"]' })
  .min(1, 'must name at least one metric')

/** What a metric is: exactly one of these. */
const KINDS = {
  count: object(RECORDS, 'a count').optional(),
  sum: SUM.optional(),
  ratio: object({ numerator: metricIds, denominator: metricIds }, 'a ratio').optional(),
}

const shownName = plainText.max(80, 'must have at most 80 characters')

function namesIn(languages: readonly string[]) {
  const others = languages
    .filter((code) => code !== 'en')
    .map((code) => [code, shownName.optional()] as const)
  const unknown = `is not a language of Scoreline, which has ${languages.join(', ')}`
  return z.strictObject(
    { ...Object.fromEntries(others), en: shownName },
    {
      error: ({ code }) => {
        if (code === 'invalid_type') return 'must be an object such as {"en": "Demos"}'
        return code === 'unrecognized_keys' ? unknown : undefined
      },
    },
  )
}

export function ownMetricIn(languages: readonly string[]): z.ZodType<OwnMetric> {
  return object(
    {
      id: text('an id made of the letters a to z, digits and _', /^[a-z0-9_]+$/)
        .max(60, 'must have at most 60 characters')
        .refine((id) => id !== '__proto__', 'cannot be used as an id'),
      name: namesIn(languages),
      words: z
        .array(shownName, { error: 'must be a list of texts, such as ["demo", "demos held"]' })
        .optional(),
      family: z.enum(['A', 'C', 'O'], { error: 'must be "A", "C" or "O"' }).optional(),
      better: z.enum(['up', 'down'], { error: 'must be "up" or "down"' }).optional(),
      min: whole(0, 1_000_000).optional(),
      private: flag.optional(),
      ...KINDS,
    },
    'a metric',
  )
}

/** What is wrong with how many of `count`, `sum` and `ratio` there are; `null`: it is one. */
export function kindComplaint(raw: unknown): string | null {
  if (!isObject(raw)) return null
  const kinds = Object.keys(KINDS)
  const given = kinds.filter((kind) => Object.hasOwn(raw, kind))
  if (given.length === 1) return null
  if (given.length === 0) return 'does not say what it is: it must have one of "count", "sum" and "ratio"'
  const names = given.map((kind) => `"${kind}"`).join(' and ')
  return `has ${names}: write a metric of its own for each`
}
