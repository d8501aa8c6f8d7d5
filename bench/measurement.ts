/** What every measurement receives and returns. */

export interface Settings {
  /** Does a tenth of the work, for development: its figures must not be quoted. */
  isQuick: boolean
  /** Where to write profiles of the processes under test; `undefined`: nowhere. */
  profileFolder: string | undefined
}

/** One line of the table. Only ratios and counts have goals, because times depend on the machine and its load. */
export interface Row {
  what: string
  ours: string
  /** What ours is compared with, in the same run. */
  comparedWith: string
  figure: string
  /** `null` if the row is only for information. */
  goal: { text: string; isMet: boolean } | null
}

export interface Measurement {
  name: string
  title: string
  measure(settings: Settings): Promise<Row[]>
}

/** A figure with the goal of being at most `most`. */
export function atMost(figure: number, most: number, unit = ''): Pick<Row, 'figure' | 'goal'> {
  return {
    figure: `${figure.toFixed(2)}${unit}`,
    goal: { text: `≤ ${most}${unit}`, isMet: figure <= most },
  }
}

/** A figure with the goal of being at least `least`. */
export function atLeast(figure: number, least: number, unit = ''): Pick<Row, 'figure' | 'goal'> {
  return {
    figure: `${figure.toFixed(2)}${unit}`,
    goal: { text: `≥ ${least}${unit}`, isMet: figure >= least },
  }
}

export function informs(figure: string): Pick<Row, 'figure' | 'goal'> {
  return { figure, goal: null }
}
