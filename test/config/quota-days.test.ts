/** Days as files have them: a day, a month, a quarter, and either order of day and month. */
import { describe, expect, test } from 'vitest'
import { isDayFirst, readDays } from '../../src/config/quota-days.ts'

function read(text: string, changes: { isDayFirst?: boolean; fiscalYearStartMonth?: number } = {}): string {
  const reading = readDays(text, { isDayFirst: false, fiscalYearStartMonth: 1, ...changes })
  return 'value' in reading ? `${reading.value.from} ${reading.value.to}` : reading.reason
}

describe('a written day', () => {
  test.each([
    ['2026-10-31', '2026-10-31 2026-11-01'],
    ['2028-02-29', '2028-02-29 2028-03-01'],
    ['2026-12', '2026-12-01 2027-01-01'],
    ['2026-Q4', '2026-10-01 2027-01-01'],
    ['2026-q1', '2026-01-01 2026-04-01'],
    ['31.10.2026', '2026-10-31 2026-11-01'],
    ['31-10-2026', '2026-10-31 2026-11-01'],
    ['13.1.2026', '2026-01-13 2026-01-14'],
    ['05.05.2026', '2026-05-05 2026-05-06'],
  ])('%s is unambiguous', (text, days) => {
    expect(read(text)).toBe(days)
  })

  test("uses the company's fiscal quarters", () => {
    expect(read('2026-Q1', { fiscalYearStartMonth: 4 })).toBe('2026-04-01 2026-07-01')
  })

  test.each([
    ['01.10.2026', '2026-10-01 2026-10-02'],
    ['01-10-2026', '2026-10-01 2026-10-02'],
    ['1.2.2026', '2026-02-01 2026-02-02'],
  ])('%s is read with the day first if the file proves that order', (text, days) => {
    expect(read(text, { isDayFirst: true })).toBe(days)
  })

  test.each([
    ['01.10.2026', '"01.10.2026" may mean 2026-10-01 or 2026-01-10: write the one you mean'],
    ['01-10-2026', '"01-10-2026" may mean 2026-10-01 or 2026-01-10: write the one you mean'],
    ['10-31-2026', '"10-31-2026" has the month before the day: write 2026-10-31'],
  ])('%s is refused if the file does not prove the order', (text, reason) => {
    expect(read(text)).toBe(reason)
  })

  test.each([
    ...['', 'x', '2026-02-30', '2026-13', '2026-Q5', '32.10.2026', '31/10/2026', '31.10-2026', '31.10.26'],
    ...['2026', 'Q4', 'october', 'today', '2026-10-01..2026-10-31', '2026-W40'],
  ])('%j is not a day', (text) => {
    expect(read(text)).toBe(
      `"${text}" is not a day, month or quarter that exists: write 2026-10-31, 2026-10 or 2026-Q4`,
    )
  })
})

describe('the dates of a file', () => {
  test.each([
    [['01.10.2026', '31.10.2026'], true],
    [['01-10-2026', '31-10-2026', '2026-10-01'], true],
    [['01.10.2026', '05.10.2026'], false],
    [['10-01-2026', '10-31-2026'], false],
    [['31.10.2026', '10.31.2026'], false],
    [['2026-10-31'], false],
  ])('%j prove that the day comes first: %s', (dates, isProof) => {
    expect(isDayFirst(dates)).toBe(isProof)
  })
})
