/** Who gets the credit for the records of own metrics. */
import { describe, expect, it } from 'vitest'
import type { OwnTally } from '../../src/domain/company/own-tallies.ts'
import { personsOf } from '../../src/domain/company/persons.ts'
import { rulesFrom } from '../../src/domain/company/rules.ts'
import { DEFAULT_SETTINGS } from '../../src/domain/company/settings.ts'
import { ownContributions } from '../../src/domain/facts/own-tallies.ts'
import { aDirectory, anOwner, at } from '../builders.ts'
import { aVisit, NOON, VISITS } from './own-visits.ts'

const PEOPLE = [
  anOwner({ id: '1', userId: '501' }),
  anOwner({ id: '2', userId: '502', email: 'ben@example.com' }),
  anOwner({ id: '3', userId: '503', email: 'cleo@example.com', isArchived: true }),
]

/** Who gets the credit for a record of owner 2 with these values, by the owners given. */
function creditIn(owners: typeof PEOPLE, owner: NonNullable<OwnTally['owner']>, value: string): string[] {
  const directory = aDirectory({
    owners,
    objects: [
      {
        ...{ name: 'visits', type: VISITS, label: null, problem: null, asked: ['visited', 'by'] },
        types: { visited: 'datetime', by: 'string' },
      },
    ],
  })
  const declared = owner.holds === 'user' ? { property: 'by', holds: 'user' as const } : 'by'
  const count = { object: 'visits', date: 'visited', owner: declared }
  const metrics = [{ id: 'visits', name: { en: 'Visits' }, count }]
  const rules = rulesFrom(directory, { ...DEFAULT_SETTINGS, metrics }, at(NOON))
  if (!rules) throw new Error('there is an account')
  return ownContributions(aVisit({ visited: NOON, by: value }, '2'), rules).map(({ rep }) => rep)
}

describe('the credit for a record of an own metric', () => {
  const byOwner = { property: 'by', holds: 'owner' } as const
  const byUser = { property: 'by', holds: 'user' } as const

  it('goes to the owner whose id another property holds, and to nobody if it holds none', () => {
    const values = ['1', ' 3 ', '', '0', '1;2', 'Ana', '1234567890123456']

    expect(values.map((value) => creditIn(PEOPLE, byOwner, value))).toEqual([
      ['1'],
      ['3'],
      [],
      [],
      [],
      [],
      [],
    ])
  })

  it('goes to the owner of a user id, archived or not', () => {
    expect(['501', '503', '1', ''].map((value) => creditIn(PEOPLE, byUser, value))).toEqual([
      ['1'],
      ['3'],
      [],
      [],
    ])
  })

  it('goes to the active owner of a user id that an archived one has too, in whatever order they are listed', () => {
    const shared = [
      anOwner({ id: '4', userId: '501', email: 'old@example.com', isArchived: true, archivedAt: 1 }),
      ...PEOPLE,
      // Returned under another user id; the e-mail says who it is.
      anOwner({ id: '5', userId: '504', email: 'ana@example.com', isArchived: true, archivedAt: 2 }),
    ]

    for (const owners of [shared, shared.toReversed()]) {
      const asRead = personsOf(owners)
      expect(creditIn(asRead, byUser, '501')).toEqual(['1'])
      expect(creditIn(asRead, byUser, '504')).toEqual(['1'])
      expect(creditIn(asRead, byOwner, '4')).toEqual(['1'])
      expect(creditIn(asRead, byOwner, '5')).toEqual(['1'])
    }
  })

  it('stays with an active owner when somebody who returned once had the same user id', () => {
    const twins = [
      anOwner({ id: '1', userId: '501' }),
      anOwner({ id: '2', userId: '502', email: 'ben@example.com', former: [formerly('9', '501')] }),
    ]

    for (const owners of [twins, twins.toReversed()]) expect(creditIn(owners, byUser, '501')).toEqual(['1'])
  })
})

function formerly(id: string, userId: string) {
  return { id, userId, email: null }
}
