import { describe, expect, it } from 'vitest'
import { booksOf } from '../../../src/domain/question/books.ts'
import { distance } from '../../../src/domain/question/distance.ts'
import { lineOf } from '../../../src/domain/question/lines.ts'
import { wordsBeside } from '../../../src/domain/question/near-words.ts'
import { createTypos } from '../../../src/domain/question/typos.ts'
import { asked, read, today, vocabulary } from './vocabulary.ts'

const books = booksOf(vocabulary)

/** Random words that match nothing, 4 to 12 letters long. */
function oddWords(count: number): string[] {
  let state = 7
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  const letter = () => String.fromCharCode(97 + next(26))
  return Array.from({ length: count }, () => Array.from({ length: 4 + next(9) }, letter).join(''))
}

describe('a long line', () => {
  it('is read up to 300 characters', () => {
    expect(read(`calls today ${'the '.repeat(2_000)}`)).toEqual(asked({ metrics: ['calls'], period: today }))
    expect(read(`calls ${'the '.repeat(80)}today`)).toEqual(asked({ metrics: ['calls'] }))
  })

  it('is cut before the word that does not fit, or inside a single long word', () => {
    const x = (length: number) => 'x'.repeat(length)

    expect(lineOf('calls')).toBe('calls')
    expect(lineOf(x(300))).toBe(x(300))
    expect(lineOf(`${x(299)} y`)).toBe(x(299))
    expect(lineOf(`${x(300)} y`)).toBe(x(300))
    expect(lineOf(`${x(200)} ${x(98)} y`)).toBe(`${x(200)} ${x(98)}`)
    expect(lineOf(`${x(200)} ${x(100)}`)).toBe(x(200))
    expect(lineOf(x(4_000))).toBe(x(300))
  })

  it('has at most 3 words checked for typos', () => {
    expect(read('qqqcals qqqmails qqqdeals xmails')).toMatchObject({
      kind: 'unknown',
      words: ['qqqcals', 'qqqmails', 'qqqdeals', 'xmails'],
    })
    expect(read('xmails')).toMatchObject({ readAs: [{ typed: 'xmails', as: 'emails' }] })
  })
})

describe('looking for typos', () => {
  it('compares a word with only a few of the thousands of known words', () => {
    const known = new Set(
      [books.catalogue, books.commands, books.metrics].flatMap((book) => [...book.words.keys()]),
    )
    const typos = ['cals', 'meetngs', 'reveneu', 'conversoin', 'forcast', ...oddWords(100)].map((word) => {
      const search = createTypos(books, 'en')
      search.neighbourOf(word)
      return search.compared
    })

    expect(known.size).toBeGreaterThan(1_000)
    expect(Math.max(...typos)).toBeLessThan(50)
  })

  it('checks only three words, with fewer comparisons in all than half the known phrases', () => {
    const typos = createTypos(books, 'en')
    const phrases = [books.names, books.commands, books.metrics, books.catalogue].map(
      ({ entries }) => entries.size,
    )
    const all = phrases.reduce((sum, size) => sum + size, 0)
    const words = oddWords(600)

    for (const word of words) typos.neighbourOf(word)
    for (const word of words) typos.nearestTo(word, false)

    expect(typos.compared).toBeGreaterThan(0)
    expect(typos.compared).toBeLessThan(all / 2)
  })

  it('finds the same words as comparing with all of them', () => {
    for (const book of [books.catalogue, books.commands, books.metrics])
      for (const word of [...book.words.keys()].slice(0, 50)) {
        const typed = `${word.slice(0, 1)}${word.slice(2, 3)}${word.slice(1, 2)}${word.slice(3)}`
        const near = [...book.words.keys()].filter((other) => distance(typed, other) === 1)
        expect(wordsBeside(typed, book).found.map((each) => each.word)).toEqual(near)
      }
  })
})
