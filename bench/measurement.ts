/** What every measurement is given and what it hands back. */

export interface Settings {
  /** A tenth of the work, for development: its figures are not to be quoted. */
  isQuick: boolean
  /** Where profiles of the processes under test are written; `undefined`: none are. */
  profileFolder: string | undefined
}

/** One line of the table. Only ratios and counts have goals: times are of this machine and this hour. */
export interface Row {
  what: string
  ours: string
  /** What ours is held beside, in the same run. */
  beside: string
  figure: string
  /** `null` where the row only informs. */
  goal: { text: string; isMet: boolean } | null
}

export interface Measurement {
  name: string
  title: string
  measure(settings: Settings): Promise<Row[]>
}

/** A figure that may be at most so much. */
export function atMost(figure: number, most: number, unit = ''): Pick<Row, 'figure' | 'goal'> {
  return {
    figure: `${figure.toFixed(2)}${unit}`,
    goal: { text: `≤ ${most}${unit}`, isMet: figure <= most },
  }
}

/** A figure that may be no less than so much. */
export function atLeast(figure: number, least: number, unit = ''): Pick<Row, 'figure' | 'goal'> {
  return {
    figure: `${figure.toFixed(2)}${unit}`,
    goal: { text: `≥ ${least}${unit}`, isMet: figure >= least },
  }
}

export function informs(figure: string): Pick<Row, 'figure' | 'goal'> {
  return { figure, goal: null }
}
