import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Faults } from './faults.ts'
import { readBody } from './http-body.ts'
import { jsonReply, type Reply, send } from './meet-fault.ts'
import type { PageServer } from './page-server.ts'
import { answerResponseUrl } from './respond.ts'
import type { WebApi } from './web-api.ts'
import type { World } from './world.ts'

export interface RouterPorts {
  world: World
  webApi: WebApi
  faults: Faults
  page: PageServer | undefined
}

/** Routes each request to the Web API, a response_url, or the page. */
export function createRouter({ world, webApi, faults, page }: RouterPorts) {
  async function answer(request: IncomingMessage): Promise<Reply> {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    const body = await readBody(request)
    const [, room, ...rest] = path.split('/')
    if (room === 'api') return webApi.answer(rest.join('/'), request, body)
    if (room === 'commands' || room === 'actions') {
      return answerResponseUrl({ token: rest.at(-1) ?? '', body, faults }, world)
    }
    return (await page?.answer(request, body)) ?? jsonReply(404, { ok: false, error: 'not_found' })
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    if (page?.stream(request, response)) return
    answer(request).then(
      (reply) => send(response, reply),
      (error) => send(response, jsonReply(500, { ok: false, error: String(error) })),
    )
  }
}
