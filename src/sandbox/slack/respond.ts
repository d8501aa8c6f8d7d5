import { ApiError } from './api-error.ts'
import type { Faults } from './faults.ts'
import { isObject, type Json, type JsonObject, parseJson } from './json.ts'
import { jsonReply, meetFault, type Reply } from './meet-fault.ts'
import { addEphemeral, addMessage } from './methods/chat.ts'
import { contentOf } from './methods/content.ts'
import type { Shown } from './model.ts'
import type { ResponseUrl } from './response-urls.ts'
import { removeShown } from './workspace.ts'
import type { World } from './world.ts'

/** Shows an answer that came in an ack or through a response_url: to one person, or to all. */
function showAnswer(record: ResponseUrl, body: JsonObject, world: World): Shown | undefined {
  const original = record.clicked ?? record.replies.at(-1)
  if (body['delete_original'] === true) {
    if (original !== undefined) removeShown(world.workspace, original)
    world.changed()
    return undefined
  }
  const content = contentOf(body, world)
  const { channelId, userId } = record
  if (body['replace_original'] === true && original !== undefined) {
    Object.assign(original, content)
    if ('edited' in original) original.edited = { userId: world.workspace.app.botUserId, ts: world.ids.ts() }
    world.changed()
    return original
  }
  const threadTs = typeof body['thread_ts'] === 'string' ? body['thread_ts'] : record.threadTs
  const place = { ...content, channelId, threadTs }
  const isForAll = body['response_type'] === 'in_channel'
  const { botUserId } = world.workspace.app
  return isForAll
    ? addMessage(world, { ...place, userId: botUserId, isFromApp: true })
    : addEphemeral(world, { ...place, userId })
}

/** Shows an answer and remembers it, so that a later replace_original finds it. */
export function keepAnswer(record: ResponseUrl, body: JsonObject, world: World): void {
  const shown = showAnswer(record, body, world)
  if (shown === undefined) return
  record.replies.push(shown)
  world.changed()
}

export interface ResponsePost {
  token: string
  body: string
  faults: Faults
}

/** A POST to a response_url. */
export function answerResponseUrl(post: ResponsePost, world: World): Promise<Reply> {
  return meetFault(post.faults.take('response_url'), () => accept(post, world))
}

function accept({ token, body }: ResponsePost, world: World): Reply {
  const record = world.responseUrls.find(token)
  if (record === undefined) return jsonReply(404, { ok: false, error: 'expired_url' })
  const given: Json | undefined = parseJson(body)
  if (!isObject(given)) return jsonReply(400, { ok: false, error: 'invalid_payload' })
  const refusal = world.responseUrls.use(record)
  if (refusal !== undefined) return jsonReply(404, { ok: false, error: refusal })
  try {
    keepAnswer(record, given, world)
    return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'ok' }
  } catch (error) {
    if (error instanceof ApiError) return jsonReply(400, error.toJson())
    throw error
  }
}
