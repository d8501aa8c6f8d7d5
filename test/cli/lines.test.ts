import { describe, expect, test } from 'vitest'
import { row, wrapped } from '../../src/cli/insights/lines.ts'

const HOSTILE = 'Ana \u001b[2J\u202eB'

describe('a terminal line', () => {
  test('lets no name control it, not even a short one that is not cut', () => {
    expect(row([[HOSTILE, 20]])).toBe('  Ana  [2J B')
    expect(row([[HOSTILE, 7]])).toBe('  Ana  […')
  })

  test('lets no name in a paragraph control it', () => {
    expect(wrapped(HOSTILE)).toEqual(['  Ana  [2J B'])
  })
})
