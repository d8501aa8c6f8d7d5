/** Medians, quantiles and spreads of measured rounds. */

/** The middle value, or the mean of the two in the middle. Throws if there are no values. */
export function median(values: readonly number[]): number {
  const sorted = inOrder(values)
  const middle = sorted.length / 2
  return (at(sorted, Math.ceil(middle) - 1) + at(sorted, Math.floor(middle))) / 2
}

/** The smallest value that at least `share` of the values do not exceed. Throws if there are no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = inOrder(values)
  return at(sorted, Math.max(0, Math.ceil(share * sorted.length) - 1))
}

/** The smallest and the largest value, to show how far rounds differ. */
export function spread(values: readonly number[]): { least: number; most: number } {
  const sorted = inOrder(values)
  return { least: at(sorted, 0), most: at(sorted, sorted.length - 1) }
}

function inOrder(values: readonly number[]): number[] {
  if (values.length === 0) throw new Error('there are no values')
  return [...values].sort((a, b) => a - b)
}

function at(sorted: readonly number[], index: number): number {
  const value = sorted[index]
  if (value === undefined) throw new Error(`there is no value at ${index}`)
  return value
}
