import { z } from 'zod'
import type { AccountState } from '../account-state.ts'
import { typeNamed } from '../account-types.ts'
import type { ObjectType } from '../object-types.ts'
import { invalid, unknownType } from '../refusal.ts'

export type EndpointKind =
  | 'account'
  | 'usage'
  | 'owners'
  | 'teams'
  | 'pipelines'
  | 'properties'
  | 'schemas'
  | 'list'
  | 'get'
  | 'batchRead'
  | 'search'
  | 'associations'
  | 'labels'
  | 'currencies'
  | 'limits'
  | 'unknown'

/** One request, after the door has read it. */
export interface Call {
  state: AccountState
  query: URLSearchParams
  body: unknown
  /** The variable parts of the path, in order: type names and ids. */
  parts: readonly string[]
  path: string
}

export interface Reply {
  status: number
  body: unknown
}

export type Endpoint = (call: Call) => Reply

export function ok(body: unknown): Reply {
  return { status: 200, body }
}

/** The type named by a variable part of the path. */
export function typeAt(call: Call, at: number): ObjectType {
  return typeOrRefuse(call.state, call.parts[at] ?? '')
}

export function typeOrRefuse(state: AccountState, name: string): ObjectType {
  const type = typeNamed(state, name)
  if (type === undefined) throw unknownType(name)
  return type
}

/** All values of a query parameter, whether repeated or separated by commas. */
export function namesOf(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')
}

/** Parses a request body, or refuses it in HubSpot's words. */
export function bodyAs<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw invalid('Invalid input JSON on line 1, column 1', [
    { message: z.prettifyError(parsed.error), code: 'INVALID_JSON' },
  ])
}

export function limitOf(
  query: URLSearchParams,
  { fallback, max }: { fallback: number; max: number },
): number {
  const text = query.get('limit')
  if (text === null) return fallback
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > max) {
    throw invalid(`Invalid limit ${text}. The limit must be between 1 and ${max}.`)
  }
  return limit
}
