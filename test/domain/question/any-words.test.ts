import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from './vocabulary.ts'

const WORDS = [
  ...[
    'calls',
    'meetings',
    'revenue',
    'deals',
    'conversion',
    'top',
    'quota',
    'team',
    'tim',
    'my',
    'all',
    'me',
  ],
  ...[
    'ana',
    'kim',
    'jan',
    '@jan',
    '"north"',
    'north',
    'east',
    'key',
    'last',
    'week',
    '7',
    '47',
    '2025',
    'q3',
    'days',
  ],
  ...[
    'may',
    'luna',
    'mål',
    'cals',
    'the',
    'vs',
    'help',
    '<@U012AB3CD|ana>',
    '2026-10',
    '2026-10-05',
    'since',
    'xyzzy',
  ],
]

test('whatever is typed has a reading', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (words) => {
      expect(read(words)).toHaveProperty('kind')
    }),
    { numRuns: 200 },
  )
})

test('no line to choose from leads to the same choice again', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }), (words) => {
      const reading = read(words.join(' '))
      const lines = reading.kind === 'ambiguous' ? reading.readings : []

      if (reading.kind === 'ambiguous') expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) expect(read(line)).not.toEqual(reading)
    }),
    { numRuns: 400 },
  )
})
