import { describe, expect, it } from 'vitest'
import { territoriesIn } from '../../../src/domain/insights/territory-names.ts'

describe('the territories in a value', () => {
  it('are compared regardless of case and surrounding blanks', () => {
    expect(territoriesIn(' North ')).toEqual([{ key: 'north', name: 'North' }])
    expect(territoriesIn('NORTH')[0]?.key).toBe('north')
  })

  it('are the parts of a list, each once', () => {
    expect(territoriesIn('North; South;;north').map(({ key }) => key)).toEqual(['north', 'south'])
    expect(territoriesIn(' ; ')).toEqual([])
  })
})
