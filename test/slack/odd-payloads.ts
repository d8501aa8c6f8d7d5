/** Odd payloads: what Slack sends, with parts of it replaced by arbitrary JSON. */
import fc from 'fast-check'

type Payload = Record<string, unknown>

const command: Payload = {
  command: '/sales',
  text: 'calls',
  trigger_id: 't1',
  user_id: 'U1',
  team_id: 'T0SANDBOX01',
  channel_id: 'C1',
  response_url: 'http://127.0.0.1:1/none',
}

const click: Payload = {
  type: 'block_actions',
  trigger_id: 't2',
  user: { id: 'U1', team_id: 'T0SANDBOX01' },
  team: { id: 'T0SANDBOX01' },
  channel: { id: 'C1' },
  message: { ts: '1.1' },
  actions: [{ action_id: 'run:1', block_id: 'b', type: 'button', value: 'calls' }],
  response_url: 'http://127.0.0.1:1/none',
}

const interactive: Payload[] = [
  click,
  { type: 'view_submission', user: { id: 'U1' }, team: { id: 'T0SANDBOX01' }, view: { callback_id: 'x' } },
  { type: 'view_closed', user: { id: 'U1' }, team: { id: 'T0SANDBOX01' }, view: { callback_id: 'x' } },
  { type: 'shortcut', callback_id: 'x', trigger_id: 't3', user: { id: 'U1' }, team: { id: 'T0SANDBOX01' } },
  { type: 'message_action', callback_id: 'x', trigger_id: 't4', channel: { id: 'C1' }, user: { id: 'U1' } },
  { type: 'block_suggestion', action_id: 'x', value: 'a', user: { id: 'U1' }, team: { id: 'T0SANDBOX01' } },
  { type: 'dialog_submission', callback_id: 'x', user: { id: 'U1' }, channel: { id: 'C1' } },
]

const events: Payload[] = [
  { type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'D1' },
  { type: 'user_change', user: { id: 'U1', team_id: 'T0SANDBOX01' } },
  { type: 'channel_shared', channel: 'C1', connected_team_id: 'T2' },
  { type: 'channel_id_changed', old_channel_id: 'C1', new_channel_id: 'C9' },
  { type: 'member_left_channel', user: 'U1', channel: 'C1' },
  { type: 'message', user: 'U1', channel: 'D1', text: 'hello' },
].map((event) => ({ type: 'event_callback', team_id: 'T0SANDBOX01', event_id: 'Ev1', event }))

const anything = fc.oneof(
  fc.constantFrom<unknown>(null, '', 0, -1, 1e308, true, [], {}, [null], '\u0000', '\ud800', '<@U1>'),
  fc.constantFrom('error', 'connected', 'disconnected', 'slack_event', 'ws_message', '__proto__', 'toString'),
  fc.constant('x'.repeat(10_000)),
  fc.jsonValue({ maxDepth: 3 }),
)

/** A path through objects and lists: the index of a part at each level, modulo the number of parts. */
const path = fc.array(fc.nat(20), { minLength: 1, maxLength: 4 })

const spoiled = (payloads: readonly Payload[]) =>
  fc
    .tuple(
      fc.constantFrom(...payloads),
      fc.array(fc.tuple(path, fc.option(anything, { nil: undefined })), { maxLength: 3 }),
    )
    .map(([payload, changes]) =>
      changes.reduce<unknown>((all, [steps, value]) => replaced(all, steps, value), payload),
    )

function replaced(part: unknown, [step, ...rest]: readonly number[], value: unknown): unknown {
  if (step === undefined || typeof part !== 'object' || part === null) return value
  const entries = Object.entries(part)
  const changed = entries.map(([key, old], index) =>
    index === step % entries.length ? [key, replaced(old, rest, value)] : [key, old],
  )
  return Array.isArray(part) ? changed.map(([, each]) => each) : Object.fromEntries(changed)
}

const anyPayload = fc.oneof(spoiled([command]), spoiled(interactive), spoiled(events), anything)
const torn = fc.tuple(anyPayload, fc.nat(400)).map(([payload, end]) => textOf(payload).slice(0, end))

function textOf(value: unknown): string {
  return JSON.stringify(value) ?? ''
}

/** A form field holds text as it is, and anything else as JSON. */
function fieldOf(value: unknown): string {
  return typeof value === 'string' ? value : textOf(value)
}

function formOf(payload: unknown): string {
  const fields = typeof payload === 'object' && payload !== null ? Object.entries(payload) : []
  const form = new URLSearchParams()
  for (const [key, value] of fields) form.append(key, fieldOf(value))
  return form.toString()
}

const asJson = fc
  .oneof(anyPayload.map(textOf), torn, fc.constantFrom('null', ' null ', '', '5', '[]', '"x"'))
  .map((body) => ({ body, contentType: 'application/json' }))

const asForm = fc
  .oneof(
    spoiled([command]).map(formOf),
    fc.oneof(anyPayload.map(textOf), torn).map((text) => new URLSearchParams({ payload: text }).toString()),
    fc.constantFrom('payload=null', 'payload=', 'payload', 'payload=1&payload=null', 'ssl_check=1', '%'),
    fc.string(),
  )
  .map((body) => ({ body, contentType: 'application/x-www-form-urlencoded' }))

const asOther = anyPayload.map((payload) => ({ body: textOf(payload), contentType: 'text/plain' }))

/** Request bodies of all content types. */
export const oddBodies = fc.oneof({ arbitrary: asJson, weight: 3 }, { arbitrary: asForm, weight: 3 }, asOther)

const envelope = (type: string, payload: unknown) => ({ envelope_id: 'e1', type, payload })

/** Texts that arrive by socket. A well-formed `disconnect` is left out, since the connection acts on it. */
export const oddSocketTexts = fc.oneof(
  spoiled([command]).map((payload) => textOf(envelope('slash_commands', payload))),
  spoiled(interactive).map((payload) => textOf(envelope('interactive', payload))),
  spoiled(events).map((payload) => textOf(envelope('events_api', payload))),
  spoiled([envelope('slash_commands', command), envelope('events_api', events[0])]).map(textOf),
  anything.map(textOf),
  torn,
  fc.constantFrom('null', '{}', '[]', '{"type":"hello"}', '{"type":"events_api"}', '{"type":"error"}'),
)
