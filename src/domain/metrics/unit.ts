/** In which unit a metric is read. Money is in minor units, durations are in milliseconds. */
export type Unit = 'count' | 'money' | 'ratio' | 'duration' | 'days' | 'points'

/** Beside the units of metrics, parts are plain minutes and hours, and conditions that hold or do not. */
export type PartUnit = Unit | 'minutes' | 'hours' | 'condition'
