import { isObject, type Json, type JsonObject, textOf } from '../json.ts'

/** Returns complaints about a value, each with its place as a JSON pointer; an empty list if the value is valid. */
export type Check = (value: Json, pointer: string) => string[]

/** Why a whole message or view is refused. */
export interface Refusal {
  error: string
  messages: string[]
}

export function complain(message: string, pointer: string): string {
  return `${message} [json-pointer:${pointer}]`
}

/** Text of min to max characters. */
export function text(max: number, min = 1): Check {
  return (value, pointer) => {
    if (typeof value !== 'string') return [complain('must be a string', pointer)]
    if (value.length > max) return [complain(`must be less than ${max + 1} characters`, pointer)]
    if (value.length < min) return [complain(`must be more than ${min - 1} characters`, pointer)]
    return []
  }
}

export function matching(pattern: RegExp, what: string): Check {
  return (value, pointer) =>
    typeof value === 'string' && pattern.test(value) ? [] : [complain(`must be ${what}`, pointer)]
}

export function choice(...allowed: Json[]): Check {
  return (value, pointer) =>
    allowed.includes(value) ? [] : [complain(`must be a valid enum value: ${allowed.join(', ')}`, pointer)]
}

export const bool: Check = (value, pointer) =>
  typeof value === 'boolean' ? [] : [complain('must be a boolean', pointer)]

export const finite: Check = (value, pointer) =>
  typeof value === 'number' && Number.isFinite(value) ? [] : [complain('must be a number', pointer)]

export const positive: Check = (value, pointer) =>
  typeof value === 'number' && value > 0 ? [] : [complain('must be greater than 0', pointer)]

export function integer(min: number, max: number): Check {
  return (value, pointer) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? []
      : [complain(`must be an integer between ${min} and ${max}`, pointer)]
}

export function list(item: Check, max: number, min = 1): Check {
  return (value, pointer) => {
    if (!Array.isArray(value)) return [complain('must be an array', pointer)]
    if (value.length > max) return [complain(`no more than ${max} items allowed`, pointer)]
    if (value.length < min) return [complain(`no fewer than ${min} items allowed`, pointer)]
    return value.flatMap((one, index) => item(one, `${pointer}/${index}`))
  }
}

export interface Shape {
  required: Record<string, Check>
  optional?: Record<string, Check>
}

/** An object with these fields and no others. */
export function shape({ required, optional = {} }: Shape): Check {
  return (value, pointer) => {
    if (!isObject(value)) return [complain('must be an object', pointer)]
    const checks = { ...required, ...optional }
    const missing = Object.keys(required)
      .filter((key) => value[key] === undefined)
      .map((key) => complain(`missing required field: ${key}`, pointer))
    const wrong = Object.entries(value).flatMap(([key, part]) => {
      if (part === undefined) return []
      const check = checks[key]
      if (check === undefined) return [complain(`invalid additional property: ${key}`, pointer)]
      return check(part, `${pointer}/${key}`)
    })
    return [...missing, ...wrong]
  }
}

/** An object with a `type` that selects the check; `allowed` restricts which types may be used here. */
export function byType(table: Record<string, Check>, allowed?: readonly string[]): Check {
  return (value, pointer) => {
    if (!isObject(value)) return [complain('must be an object', pointer)]
    const type = textOf(value['type'])
    const check = table[type]
    if (check === undefined || (allowed !== undefined && !allowed.includes(type))) {
      return [complain(`unsupported type: ${type}`, `${pointer}/type`)]
    }
    return check(value, pointer)
  }
}

/** The check, followed by a second one of the whole object if its parts are valid. */
export function also(check: Check, look: (value: JsonObject, pointer: string) => string[]): Check {
  return (value, pointer) => {
    const complaints = check(value, pointer)
    return complaints.length > 0 || !isObject(value) ? complaints : look(value, pointer)
  }
}

export function orNull(check: Check): Check {
  return (value, pointer) => (value === null ? [] : check(value, pointer))
}
