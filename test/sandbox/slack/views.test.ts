import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SlackSandbox } from '../../../src/sandbox/slack/slack-sandbox.ts'
import { ana, clientOf, plain, sales, startSandbox } from './sandbox-app.ts'

let now = Date.UTC(2026, 8, 21, 8)
let sandbox: SlackSandbox

beforeEach(async () => {
  sandbox = await startSandbox({ clock: () => now })
})
afterEach(() => sandbox.stop())

function refusal(error: string) {
  return { data: { ok: false, error } }
}

const view = { type: 'modal' as const, title: plain('Quota'), blocks: [] }

test('a trigger works once, and for three seconds', async () => {
  const client = clientOf(sandbox)
  const triggers: string[] = []
  sandbox.link.deliver = async ({ payload }) => {
    triggers.push(String(payload['trigger_id']))
    return { ok: true, payload: undefined, tookMs: 0 }
  }
  const line = { userId: ana.id, channelId: sales.id, text: '/quota' }
  await sandbox.typeCommand(line)
  await sandbox.typeCommand(line)
  const [first = '', second = ''] = triggers

  await client.views.open({ trigger_id: first, view })
  const again = client.views.open({ trigger_id: first, view })
  await expect(again).rejects.toMatchObject(refusal('exchanged_trigger_id'))
  now += 3001

  const late = client.views.open({ trigger_id: second, view })
  await expect(late).rejects.toMatchObject(refusal('expired_trigger_id'))
  expect(sandbox.workspace.modals.get(ana.id)).toHaveLength(1)
})

test('a publish with an old hash does not overwrite a newer Home', async () => {
  const { views } = clientOf(sandbox)
  const home = { user_id: ana.id, view: { type: 'home' as const, blocks: [] } }
  const first = await views.publish(home)
  await views.publish(home)

  const late = views.publish({ ...home, hash: first.view?.hash ?? '' })

  await expect(late).rejects.toMatchObject(refusal('hash_conflict'))
})
