import type { JsonObject } from './json.ts'

/** Slack's `ok: false` answer: the error's name and the other fields. */
export class ApiError extends Error {
  readonly code: string
  readonly details: JsonObject

  constructor(code: string, details: JsonObject = {}) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.details = details
  }

  /** The answer's body. */
  toJson(): JsonObject {
    return { ok: false, error: this.code, ...this.details }
  }
}
