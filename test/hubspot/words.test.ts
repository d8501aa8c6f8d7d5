import { expect, test } from 'vitest'
import { FACT_TYPES, objectType } from '../../src/domain/facts/facts.ts'
import { isDecidingDate } from '../../src/domain/facts/quality.ts'
import { RECORD_TYPES } from '../../src/hubspot/records/record-types.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import { shownAbout } from '../../src/reports/quality.ts'
import { objectTypeTraits } from '../../src/sandbox/hubspot/object-types.ts'

test.each(FACT_TYPES)('a link to a record among %s has the object type id', (type) => {
  const account = { portalId: '7', zone: 'UTC', currency: 'EUR', uiDomain: 'app-eu1.hubspot.com' }

  expect(hubSpotWords.recordLink(account, type, '12')).toBe(
    `https://app-eu1.hubspot.com/contacts/7/record/${objectTypeTraits[type].typeId}/12`,
  )
})

const decidingDates = FACT_TYPES.flatMap((type) =>
  Object.keys(objectType(type).dates).map((date) => `${type}.${date}`),
).filter(isDecidingDate)

test.each(decidingDates)('%s is named by a property that is read for its type', (date) => {
  const [type, property = ''] = hubSpotWords.propertyOf(date).split('.')
  const read = FACT_TYPES.filter((one) => one === type).map((one) => RECORD_TYPES[one].properties)

  expect(date.split('.')[0]).toBe(type)
  expect(read).toEqual([expect.arrayContaining([property])])
})

test('flaws are shown with the name that HubSpot has for a date, and with the type as it is', () => {
  expect(shownAbout('calls.at', hubSpotWords)).toBe('calls.hs_timestamp')
  expect(shownAbout('calls', hubSpotWords)).toBe('calls')
  expect(shownAbout(null, hubSpotWords)).toBe(null)
})
