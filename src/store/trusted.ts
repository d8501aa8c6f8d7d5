/**
 * The one place where a value gets a type that nothing has checked: what this store wrote itself has the shape it was
 * written with.
 */
export function trusted<T>(value: unknown): T {
  return value as T
}
