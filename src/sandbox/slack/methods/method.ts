import { ApiError } from '../api-error.ts'
import { type Json, type JsonObject, textOf } from '../json.ts'
import type { Tier } from '../rate-limits.ts'
import type { World } from '../world.ts'

/** One Web API method: who may call it, how often, and what it does. */
export interface Method {
  token: 'bot' | 'app' | 'none'
  /** The scopes needed: all of them. */
  scopes: string[]
  tier: Tier
  /** Returns the fields besides `ok: true`; throws ApiError if the call is refused. */
  run(args: JsonObject, world: World): JsonObject
}

/** Throws missing_scope in Slack's wording unless the token has the scope. */
export function needScope(world: World, scope: string, token: Method['token'] = 'bot'): void {
  const scopes = token === 'app' ? world.workspace.appScopes : world.workspace.scopes
  if (scopes.has(scope)) return
  throw new ApiError('missing_scope', { needed: scope, provided: [...scopes].join(',') })
}

export function requiredText(args: JsonObject, key: string, error = 'invalid_arguments'): string {
  const value = textOf(args[key])
  if (value === '') throw new ApiError(error, missingArgument(key))
  return value
}

function missingArgument(key: string): JsonObject {
  return { response_metadata: { messages: [`[ERROR] missing required field: ${key}`] } }
}

/** Form bodies contain 'true' or '1' for true. */
export function flag(value: Json | undefined): boolean {
  return value === true || value === 'true' || value === '1' || value === 1
}

/** A whole number between 1 and max; anything else is invalid_limit. */
export function limitOf(args: JsonObject, byDefault: number, max: number): number {
  const given = args['limit']
  if (given === undefined || given === '') return byDefault
  const limit = Number(given)
  if (!Number.isInteger(limit) || limit < 1 || limit > max) throw new ApiError('invalid_limit')
  return limit
}

/** Pages through a list with an opaque cursor. */
export function pageOf<T>(items: T[], args: JsonObject, limit: number): { page: T[]; nextCursor: string } {
  const cursor = textOf(args['cursor'])
  const start =
    cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString('utf8').replace('next:', ''))
  if (!Number.isInteger(start) || start < 0) throw new ApiError('invalid_cursor')
  const end = start + limit
  const nextCursor = end < items.length ? Buffer.from(`next:${end}`).toString('base64') : ''
  return { page: items.slice(start, end), nextCursor }
}
