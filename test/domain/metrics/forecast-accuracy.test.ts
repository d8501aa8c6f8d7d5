import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import { measure } from '../../../src/domain/metrics/measure.ts'
import { toNumber } from '../../../src/domain/numbers/exact.ts'

const metric = createCatalogue().orThrow('forecast_accuracy')

function accuracy(told: number, came: number): number | null {
  const { value } = measure(metric, { forecast_at_start: told, revenue: came, is_over: 1 })
  return value && toNumber(value)
}

describe('the accuracy of a forecast', () => {
  it('is how close it came, relative to the larger of the two', () => {
    expect([accuracy(200, 150), accuracy(150, 200), accuracy(100, 100)]).toEqual([0.75, 0.75, 1])
    expect([accuracy(100, 0), accuracy(100, -50)]).toEqual([0, -0.5])
  })

  it('has no value if neither is above 0', () => {
    expect([accuracy(0, 0), accuracy(0, -100), accuracy(-100, -50)]).toEqual([null, null, null])
  })
})
