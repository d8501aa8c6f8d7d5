import { describe, expect, it } from 'vitest'
import { type Asker, linkedOwner } from '../../../src/domain/access/asker.ts'
import { anOwner } from '../../builders.ts'

const ana = anOwner()
const bo = anOwner({ id: '2', email: 'bo@example.com' })

function linked(owners = [ana, bo], asker: Partial<Asker> = {}, links: Record<string, string> = {}) {
  return linkedOwner({ userId: 'U1', email: 'ana@example.com', isFullMember: true, ...asker }, owners, {
    links,
  })
}

describe('the owner of a Slack user', () => {
  it('has the same e-mail, ignoring case', () => {
    expect(linked()).toBe(ana)
    expect(linked([ana, bo], { email: 'Bo@Example.com' })).toBe(bo)
  })

  it('is nobody if no active owner has the e-mail', () => {
    expect(linked([bo])).toBe('unlinked')
    expect(linked([anOwner({ isArchived: true })])).toBe('unlinked')
    expect(linked([ana], { email: null })).toBe('unlinked')
  })

  it('is nobody if several active owners have the e-mail, and that is the reason given', () => {
    expect(linked([ana, anOwner({ id: '3', email: 'ANA@example.com' })])).toBe('emailShared')
    expect(linked([ana, anOwner({ id: '3', isArchived: true })])).toBe(ana)
  })

  it('is the one an admin chose, whatever the e-mails are', () => {
    const twins = [ana, anOwner({ id: '3' })]

    expect(linked(twins, {}, { U1: '3' })).toBe(twins[1])
    expect(linked([ana, bo], {}, { U1: '2' })).toBe(bo)
  })

  it('is nobody if the one an admin chose is no longer active', () => {
    expect(linked([ana, anOwner({ id: '2', isArchived: true })], {}, { U1: '2' })).toBe('linkEnded')
    expect(linked([ana], {}, { U1: '9' })).toBe('linkEnded')
  })

  it('is nobody for a guest', () => {
    expect(linked([ana], { isFullMember: false })).toBe('unlinked')
  })
})
