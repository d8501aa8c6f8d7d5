import { randomUUID } from 'node:crypto'

export interface RefusalDetail {
  message: string
  code?: string
  in?: string
  context?: Record<string, string[]>
}

export interface RefusalBody {
  category?: string
  subCategory?: string
  errors?: RefusalDetail[]
  context?: Record<string, string[]>
}

/** A request that HubSpot would refuse. Endpoints throw it; the door turns it into the error body. */
export class Refusal extends Error {
  readonly status: number
  readonly body: RefusalBody

  constructor(status: number, message: string, body: RefusalBody = {}) {
    super(message)
    this.status = status
    this.body = body
  }
}

export function invalid(message: string, errors?: RefusalDetail[]): Refusal {
  return new Refusal(400, message, {
    category: 'VALIDATION_ERROR',
    ...(errors === undefined ? {} : { errors }),
  })
}

/** The refusal of a type that the account does not have, given by name or by id. It has no category. */
export function unknownType(name: string): Refusal {
  const isId = /^\d+-\d+$/.test(name)
  return new Refusal(
    400,
    `${isId ? 'Invalid object or event type id' : 'Unable to infer object type from'}: ${name}`,
  )
}

export function notFound(message = 'Object not found.  objectId are usually numeric.'): Refusal {
  return new Refusal(404, message, { category: 'OBJECT_NOT_FOUND' })
}

/** The refusal of a token that has none of the scopes; any one of them would be enough. */
export function missingScope(scopes: readonly string[]): Refusal {
  return new Refusal(
    403,
    "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    {
      category: 'MISSING_SCOPES',
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: [...scopes] },
        },
      ],
    },
  )
}

export function badToken(): Refusal {
  return new Refusal(
    401,
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
    { category: 'INVALID_AUTHENTICATION' },
  )
}

/** The error body as HubSpot sends it. */
export function refusalBody(refusal: Refusal, correlationId: string = randomUUID()): object {
  return { status: 'error', message: refusal.message, correlationId, ...refusal.body }
}
