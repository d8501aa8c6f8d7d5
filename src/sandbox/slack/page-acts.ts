import { z } from 'zod'
import { click } from './clicks.ts'
import { write } from './messages.ts'
import { closeView, submitView } from './modals.ts'
import { type ActPorts, openHome, typeCommand } from './people.ts'
import { useShortcut } from './shortcuts.ts'
import { findEphemeral, removeShown } from './workspace.ts'

const userId = z.string()
const message = z.object({ channelId: z.string(), ts: z.string() })
const input = z.union([z.string(), z.array(z.string()), z.null()])
const place = { userId, channelId: z.string(), threadTs: z.string().exactOptional() }

/** What a person can do on the page. */
const pageAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('write'), ...place, text: z.string() }),
  z.object({
    act: z.literal('click'),
    userId,
    message: message.exactOptional(),
    viewId: z.string().exactOptional(),
    actionId: z.string(),
    blockId: z.string().exactOptional(),
    value: input.exactOptional(),
  }),
  z.object({
    act: z.literal('submit'),
    userId,
    viewId: z.string(),
    values: z.record(z.string(), z.record(z.string(), input)),
  }),
  z.object({ act: z.literal('close'), userId, viewId: z.string(), isCleared: z.boolean().exactOptional() }),
  z.object({ act: z.literal('home'), userId }),
  z.object({ act: z.literal('shortcut'), userId, callbackId: z.string(), message: message.exactOptional() }),
  z.object({ act: z.literal('dismiss'), userId, ts: z.string() }),
])

type PageAct = z.infer<typeof pageAct>

/** Carries out what the person did on the page. Returns what is wrong with it, or undefined. */
export async function doPageAct(ports: ActPorts, body: unknown): Promise<string | undefined> {
  const parsed = pageAct.safeParse(body)
  if (!parsed.success) return z.prettifyError(parsed.error)
  try {
    await perform(ports, parsed.data)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function perform(ports: ActPorts, done: PageAct): Promise<unknown> {
  switch (done.act) {
    case 'write':
      return done.text.startsWith('/') ? typeCommand(ports, done) : write(ports, done)
    case 'click':
      return click(ports, done)
    case 'submit':
      return submitView(ports, done)
    case 'close':
      return closeView(ports, done)
    case 'home':
      return openHome(ports, done.userId)
    case 'shortcut':
      return useShortcut(ports, done)
    case 'dismiss':
      return dismiss(ports, done)
    default:
      return done satisfies never
  }
}

function dismiss({ world }: ActPorts, { userId: who, ts }: { userId: string; ts: string }): void {
  const found = findEphemeral(world.workspace, ts)
  if (found?.userId !== who) return
  removeShown(world.workspace, found)
  world.changed()
}
