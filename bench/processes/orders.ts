/** What the bench asks of its processes; in a separate file because each process file runs when it is imported. */
import type { KnownBlock } from '@slack/types'
import { z } from 'zod'

export const HubSpotOrder = z.object({
  account: z.union([
    z.object({
      kind: z.literal('bulk'),
      activities: z.number(),
      reps: z.number(),
      days: z.number(),
    }),
    z.object({ kind: z.literal('even'), recordsOfType: z.number() }),
    z.object({ kind: z.literal('company') }),
  ]),
  latencyMs: z.number(),
  /** Requests in ten seconds; `null`: all limits are off. */
  tenSecondly: z.number().nullable(),
  /** Whether it answers numbered paths too, for programs of before their end. */
  answersNumbered: z.boolean().optional(),
})
export type HubSpotOrder = z.infer<typeof HubSpotOrder>

export const FillOrder = z.object({
  url: z.string(),
  token: z.string(),
  path: z.string(),
  /** Whether requests are paced to HubSpot's limits. */
  isPaced: z.boolean(),
  /** Whether own metrics are declared. */
  hasOwn: z.boolean().optional(),
})

export const PlainOrder = z.object({
  url: z.string(),
  token: z.string(),
  path: z.string(),
  /** Whether all types are read at once, or one cursor after another. */
  isTogether: z.boolean(),
  /** Stops after this many milliseconds. */
  forMs: z.number(),
})
export type PlainOrder = z.infer<typeof PlainOrder>

export const BoardOrder = z.object({
  path: z.string(),
  activities: z.number(),
  reps: z.number(),
  days: z.number(),
  /** Epoch milliseconds. */
  now: z.number(),
  /** How many questions one round asks. */
  times: z.number(),
})
export type BoardOrder = z.infer<typeof BoardOrder>

export const MetricsOrder = z.object({
  path: z.string(),
  /** The file for bare rows of the same activities; `null`: none. */
  rawPath: z.string().nullable(),
  activities: z.number(),
  deals: z.number(),
  reps: z.number(),
  days: z.number(),
  /** Epoch milliseconds. */
  now: z.number(),
  /** The requested period, in its written form. */
  period: z.string(),
  /** Whether own metrics are declared. */
  hasOwn: z.boolean().optional(),
})
export type MetricsOrder = z.infer<typeof MetricsOrder>

export const QuotasOrder = z.object({
  pace: z.enum(['past', 'straight']),
  /** Whether people and settings, and with them the past, are read again for each answer. */
  isReadAgain: z.boolean(),
})
export type QuotasOrder = z.infer<typeof QuotasOrder>

export const Person = z.object({ userId: z.string(), email: z.string() })
export type Person = z.infer<typeof Person>

export const ListenOrder = z.object({ path: z.string(), apiUrl: z.string(), signingSecret: z.string() })

export const BoltOrder = z.object({
  apiUrl: z.string(),
  signingSecret: z.string(),
  answer: z.object({
    response_type: z.literal('ephemeral'),
    text: z.string(),
    blocks: z.array(z.custom<KnownBlock>()).optional(),
  }),
})
export type BoltOrder = z.infer<typeof BoltOrder>

export const LoadOrder = z.object({ people: z.array(Person).nonempty() })

const Lines = z.object({ port: z.number(), words: z.string(), forMs: z.number() })

export const CapacityOrder = Lines.extend({ concurrency: z.number() })
export type CapacityOrder = z.infer<typeof CapacityOrder>

export const FireOrder = Lines.extend({ perSecond: z.number() })
export type FireOrder = z.infer<typeof FireOrder>
