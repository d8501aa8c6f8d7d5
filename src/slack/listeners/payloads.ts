import { z } from 'zod'

/** The parts of a click that are used. A click in a Home has no channel and no address to reply to. */
export const Click = z.object({
  trigger_id: z.string(),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).nullish(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().nullish() })).nonempty(),
})
export type Click = z.infer<typeof Click>

/** What somebody wrote. */
export const Written = z.object({
  channel: z.string(),
  /** Left out in events about mentions. */
  channel_type: z.string().optional(),
  user: z.string(),
  text: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
})
export type Written = z.infer<typeof Written>

/** Someone opens a tab of the app. */
export const HomeOpened = z.object({ user: z.string(), tab: z.string().optional() })
