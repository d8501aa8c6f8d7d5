/** Reads JSON that this store wrote itself and that therefore has the shape it was written with. */
export function fromJson<T>(body: string): T {
  const value: T = JSON.parse(body)
  return value
}
