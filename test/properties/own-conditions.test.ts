/** The conditions of own metrics, compared with plain readings of their definition. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/domain/company/own-metrics.ts'
import { ownContributions } from '../../src/domain/facts/own-tallies.ts'
import { textIn } from '../../src/hubspot/values.ts'
import { rulesBody } from '../builders.ts'
import { cases } from './cases.ts'
import { amount, inDigits } from './on-paper.ts'
import { aTally, aVisit, NOON } from './own-visits.ts'

function countedWith(where: Condition[], value: string): boolean {
  const rules = rulesBody({ own: [aTally({ where })] })
  return ownContributions(aVisit({ visited: NOON, kind: value }), rules).length === 1
}

const WORDS = ['Demo', 'demo', ' DEMO ', 'Démo', 'a;b', 'A; B', 'demo;first', ';', '', '  ', 'true', 'TRUE']
const word = fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 5 }))
/** What a condition may name: not blank, as the settings hold it. */
const wanted = fc.array(
  word.filter((text) => text.trim() !== ''),
  { minLength: 1, maxLength: 3 },
)

const sameText = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()
const partsOf = (value: string) => (value.includes(';') ? [value, ...value.split(';')] : [value])
const isBlank = (value: string) => textIn(value) === null

describe('a condition of an own metric', () => {
  it('is met by a text as a whole or by any part of a list, without regard to case and outer blanks', () => {
    fc.assert(
      fc.property(wanted, word, (texts, value) => {
        const isOneOf =
          !isBlank(value) && partsOf(value).some((part) => texts.some((text) => sameText(part, text)))

        expect(countedWith([{ property: 'kind', is: texts }], value)).toBe(isOneOf)
        expect(countedWith([{ property: 'kind', isNot: texts }], value)).toBe(!isOneOf)
      }),
      cases(500),
    )
  })

  it('asks whether there is a value, and whether it is true', () => {
    fc.assert(
      fc.property(word, fc.boolean(), (value, wish) => {
        expect(countedWith([{ property: 'kind', has: wish }], value)).toBe(!isBlank(value) === wish)
        expect(countedWith([{ property: 'kind', on: wish }], value)).toBe(sameText(value, 'true') === wish)
      }),
      cases(200),
    )
  })

  const bound = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  const written = fc.oneof(
    bound.map(String),
    amount.map(inDigits),
    fc.constantFrom('', 'n/a', '12,500', '+3'),
  )

  it('compares numbers exactly, and none that cannot be read', () => {
    fc.assert(
      fc.property(bound, fc.oneof(written, bound.map(String)), (limit, text) => {
        // Doubles lie close together only where they are large; there the texts are those of the doubles themselves.
        const number = /^[+-]?[\d.]+(e[+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN
        fc.pre(text === String(number) || Number.isNaN(number) || Math.abs(number - limit) > 1e-6)
        const holds = (condition: Condition) => countedWith([condition], text)

        expect(holds({ property: 'kind', above: limit })).toBe(number > limit)
        expect(holds({ property: 'kind', atLeast: limit })).toBe(number >= limit)
        expect(holds({ property: 'kind', below: limit })).toBe(number < limit)
        expect(holds({ property: 'kind', atMost: limit })).toBe(number <= limit)
      }),
      cases(500),
    )
  })

  it('must hold together with all others', () => {
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 4 }), word, (lists, value) => {
        const where = lists.map((texts) => ({ property: 'kind', isNot: texts }))
        const all = where.every((condition) => countedWith([condition], value))

        expect(countedWith(where, value)).toBe(all)
      }),
      cases(200),
    )
  })
})
