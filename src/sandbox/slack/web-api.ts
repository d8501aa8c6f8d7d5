import type { IncomingMessage } from 'node:http'
import { ApiError } from './api-error.ts'
import type { Calls } from './calls.ts'
import type { Faults } from './faults.ts'
import { argumentsOf } from './http-body.ts'
import { type JsonObject, textOf } from './json.ts'
import { jsonReply, meetFault, type Reply, rateLimited } from './meet-fault.ts'
import { chatMethods } from './methods/chat.ts'
import { conversationMethods } from './methods/conversations.ts'
import { installationMethods } from './methods/installation.ts'
import { type Method, needScope } from './methods/method.ts'
import { peopleMethods } from './methods/people.ts'
import { viewMethods } from './methods/views.ts'
import type { RateLimits } from './rate-limits.ts'
import type { SocketMode } from './socket-mode.ts'
import type { World } from './world.ts'

export interface WebApi {
  /** Answers one call of a method. */
  answer(method: string, request: IncomingMessage, body: string): Promise<Reply>
}

export interface WebApiPorts {
  world: World
  calls: Calls
  faults: Faults
  rateLimits: RateLimits
  sockets: SocketMode
  tokens: { bot: string; app: string }
}

export function createWebApi(ports: WebApiPorts): WebApi {
  const { world, calls, faults, rateLimits, sockets, tokens } = ports
  const methods: Record<string, Method> = {
    ...chatMethods,
    ...conversationMethods,
    ...installationMethods,
    ...peopleMethods,
    ...viewMethods,
    'apps.connections.open': {
      token: 'app',
      scopes: ['connections:write'],
      tier: 1,
      run: () => ({ url: sockets.ticketUrl() }),
    },
  }

  function checkToken(method: Method, token: string): void {
    if (method.token === 'none') return
    if (token === '') throw new ApiError('not_authed')
    if (token !== tokens.bot && token !== tokens.app) throw new ApiError('invalid_auth')
    if (token !== tokens[method.token]) throw new ApiError('not_allowed_token_type')
  }

  function run(name: string, args: JsonObject, token: string): Reply {
    const method = methods[name]
    if (method === undefined) return jsonReply(404, { ok: false, error: 'unknown_method' })
    try {
      checkToken(method, token)
      const wait = rateLimits.check({ method: name, tier: method.tier, channelId: textOf(args['channel']) })
      if (wait !== undefined) return rateLimited(wait)
      for (const scope of method.scopes) needScope(world, scope, method.token)
      return jsonReply(200, { ok: true, ...method.run(args, world) }, scopeHeaders(world, method))
    } catch (error) {
      if (error instanceof ApiError) return jsonReply(200, error.toJson(), scopeHeaders(world, method))
      throw error
    }
  }

  return {
    async answer(name, request, body) {
      const { token: tokenArgument, ...args } = argumentsOf(request, body)
      const header = (request.headers.authorization ?? '').replace(/^Bearer /, '')
      const call = calls.record({ method: name, args, at: world.clock(), status: 0, error: undefined })
      const reply = await meetFault(faults.take(name), () => {
        const done = run(name, args, header || textOf(tokenArgument))
        call.error = errorOf(done)
        return done
      })
      call.status = reply.status
      call.error ??= errorOf(reply)
      return reply
    },
  }
}

function scopeHeaders({ workspace }: World, method: Method): Record<string, string> {
  const { scopes, appScopes } = workspace
  return {
    'x-oauth-scopes': [...(method.token === 'app' ? appScopes : scopes)].join(','),
    'x-accepted-oauth-scopes': method.scopes.join(','),
  }
}

function errorOf(reply: Reply): string | undefined {
  const [, error] = /^\{"ok":false,"error":"([^"]*)"/.exec(reply.body) ?? []
  return error
}
