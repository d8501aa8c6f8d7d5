/**
 * The only place where a value gets an unchecked type: what this store wrote itself has the shape it was written with.
 */
export function trusted<T>(value: unknown): T {
  return value as T
}
