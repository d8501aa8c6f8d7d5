import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src/domain/company/settings.ts'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import { missingOf } from '../../../src/domain/metrics/missing.ts'

const catalogue = createCatalogue()

test('a team of nobody lacks a quota as one does in which nobody has a target', () => {
  const basis = { settings: DEFAULT_SETTINGS, costedReps: 0 }
  const metric = catalogue.orThrow('team_at_quota')

  expect(missingOf(metric, { ...basis, sums: {} })).toBe('quota')
  expect(missingOf(metric, { ...basis, sums: { with_target: 0, at_quota: 0 } })).toBe('quota')
  expect(missingOf(metric, { ...basis, sums: { with_target: 2, at_quota: 0 } })).toBeNull()
})
