import { describe, expect, it } from 'vitest'
import { readPeriod } from '../../../src/domain/calendar/period-words.ts'

describe('the limit on the length of a period', () => {
  it.each([
    '0101-01-01..9999-12-31',
    '2001-01-01..2026-12-31',
    'since 0101-01-01',
    'last 9999 months',
    'last 9999 days',
  ])('is refused, because every one of its days would be visited: %s', (words) => {
    expect(readPeriod(words)).toBeNull()
  })

  it.each([
    '2017-01-01..2026-12-31',
    'since 2001-01-01',
    'last 120 months',
    'last 3650 days',
    'last 520 weeks',
  ])('allows %s', (words) => {
    expect(readPeriod(words)).not.toBeNull()
  })
})
