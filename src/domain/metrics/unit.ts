/** The unit of a metric. Money is in minor units, durations are in milliseconds. */
export type Unit = 'count' | 'money' | 'ratio' | 'duration' | 'days' | 'points'

/** Besides the units of metrics, parts can be plain minutes and hours, and conditions that hold or do not. */
export type PartUnit = Unit | 'minutes' | 'hours' | 'condition'
