/** Memoises `work`: it runs once for each key, and later calls with that key get the same result. */
export function remembered<A extends unknown[], T>(
  key: (...args: A) => string,
  work: (...args: A) => T,
): (...args: A) => T {
  const known = new Map<string, { result: T }>()
  return (...args) => {
    const name = key(...args)
    const before = known.get(name) ?? { result: work(...args) }
    known.set(name, before)
    return before.result
  }
}
