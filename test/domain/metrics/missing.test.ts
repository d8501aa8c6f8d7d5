import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src/domain/company/settings.ts'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import { missingOf } from '../../../src/domain/metrics/missing.ts'

const catalogue = createCatalogue()

test('an empty team lacks a quota just like a team where nobody has a target', () => {
  const basis = { settings: DEFAULT_SETTINGS, costedReps: 0 }
  const metric = catalogue.orThrow('team_at_quota')

  expect(missingOf(metric, { ...basis, sums: {} })).toBe('quota')
  expect(missingOf(metric, { ...basis, sums: { with_target: 0, at_quota: 0 } })).toBe('quota')
  expect(missingOf(metric, { ...basis, sums: { with_target: 2, at_quota: 0 } })).toBeNull()
})
