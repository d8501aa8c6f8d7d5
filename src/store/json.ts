import { trusted } from './trusted.ts'

/** Reads JSON that this store wrote itself and that therefore has the shape it was written with. */
export function fromJson<T>(body: string): T {
  const value: unknown = JSON.parse(body)
  return trusted(value)
}
