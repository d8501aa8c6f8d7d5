import { describe, expect, it } from 'vitest'
import { personsOf, settingsOfPersons } from '../../../src/domain/company/persons.ts'
import { DEFAULT_SETTINGS } from '../../../src/domain/company/settings.ts'
import { anOwner } from '../../builders.ts'

const ann = anOwner({ id: '1', userId: '5001', email: 'ann@example.com' })
const bob = anOwner({ id: '2', userId: '5002', email: 'bob@example.com' })
const left = (changes: Partial<typeof ann>) => anOwner({ isArchived: true, archivedAt: 1, ...changes })

/** Each person's present id followed by the former ones. */
function persons(...owners: (typeof ann)[]): string[] {
  return personsOf(owners).map(({ id, former = [] }) => [id, ...former.map((one) => one.id)].join(' '))
}

describe('owners who left and came back', () => {
  it('are recognised by user id, otherwise by e-mail regardless of case', () => {
    const byUser = left({ id: '3', userId: '5001', email: 'bob@example.com' })
    const byEmail = left({ id: '4', userId: '6004', email: 'BOB@Example.com' })

    expect(persons(ann, bob, byUser, byEmail)).toEqual(['1 3', '2 4'])
  })

  it('stay separate if no active owner matches, or several do', () => {
    const twin = anOwner({ id: '9', userId: '5001', email: 'ann@example.com' })
    const gone = left({ id: '3', userId: '5001', email: null })

    expect(persons(ann, twin, gone)).toEqual(['1', '9', '3'])
    expect(persons(ann, left({ id: '3', userId: null, email: null }))).toEqual(['1', '3'])
    expect(persons(left({ id: '3', userId: '5001' }), left({ id: '4', userId: '5001' }))).toEqual(['3', '4'])
  })

  it('are recognised by e-mail if several active owners have the user id', () => {
    const twin = anOwner({ id: '9', userId: '5001', email: 'twin@example.com' })

    expect(persons(ann, twin, left({ id: '3', userId: '5001', email: 'ann@example.com' }))).toEqual([
      '1 3',
      '9',
    ])
  })
})

describe('settings of persons', () => {
  const owners = personsOf([
    ann,
    left({ id: '3', userId: '5001', archivedAt: 1 }),
    left({ id: '4', userId: '5001', archivedAt: 2 }),
  ])
  const settings = (changes: Partial<typeof DEFAULT_SETTINGS>) =>
    settingsOfPersons({ ...DEFAULT_SETTINGS, ...changes }, owners)

  it('apply by any id: the present one first, then the one archived last', () => {
    expect(settings({ startedOn: { '3': '2020-01-01' } }).startedOn).toEqual({ '1': '2020-01-01' })
    expect(settings({ startedOn: { '3': '2020-01-01', '4': '2022-01-01' } }).startedOn).toEqual({
      '1': '2022-01-01',
    })
    expect(settings({ startedOn: { '1': '2026-01-01', '4': '2022-01-01' } }).startedOn).toEqual({
      '1': '2026-01-01',
    })
  })

  it('name each person once wherever they name owners', () => {
    const role = { user: 'U1', role: 'coach', teams: [], groups: [], reps: ['3', '1', '2'] } as const
    const named = settings({
      tracked: ['3', '1', '2'],
      optOut: ['4'],
      links: { U1: '3' },
      roles: [{ ...role, teams: [], groups: [], reps: [...role.reps] }],
      groups: { hunters: { reps: ['4', '2'], teams: [] } },
      benchmarks: { 'rep:3': { calls: '9' }, 'team:3': { calls: '8' } },
      quotas: [
        { source: 'csv', who: 'rep:3', metric: 'calls', from: '2026-01-01', to: '2026-02-01', target: '5' },
      ],
    })

    expect(named).toMatchObject({
      tracked: ['1', '2'],
      optOut: ['1'],
      links: { U1: '1' },
      roles: [{ reps: ['1', '2'] }],
      groups: { hunters: { reps: ['1', '2'] } },
      benchmarks: { 'rep:1': { calls: '9' }, 'team:3': { calls: '8' } },
      quotas: [{ who: 'rep:1' }],
    })
  })
})
