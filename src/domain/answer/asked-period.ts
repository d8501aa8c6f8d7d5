import type { Period, PeriodSpec } from '../calendar/period.ts'

/** A period as it was asked for, with the days that it means. */
export interface AskedPeriod {
  spec: PeriodSpec
  period: Period
}
