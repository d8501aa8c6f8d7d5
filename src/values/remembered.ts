/** `work`, done once for each key: who asks the same again is given the same answer. */
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
