import { describe, expect, test } from 'vitest'
import { row, wrapped } from '../../src/cli/insights/lines.ts'

const HOSTILE = 'Ana \u001b[2J\u202eB'

describe('a line of a terminal', () => {
  test('is steered by no name, also by a short one that is not cut', () => {
    expect(row([[HOSTILE, 20]])).toBe('  Ana  [2J B')
    expect(row([[HOSTILE, 7]])).toBe('  Ana  […')
  })

  test('is steered by no name in a paragraph', () => {
    expect(wrapped(HOSTILE)).toEqual(['  Ana  [2J B'])
  })
})
