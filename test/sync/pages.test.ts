/** Reading ahead of saving: what is saved and in which order, and what is not saved after a failure on either side. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { FactPage } from '../../src/ports/source.ts'
import { readPages } from '../../src/sync/pages.ts'
import { aCall } from '../builders.ts'

const RECORDS_A_PAGE = 100

/** Page n of `count`, with its records' ids in order and its own time. */
function pageOf(n: number, count: number): FactPage {
  const ids = Array.from({ length: RECORDS_A_PAGE }, (_, index) => String(n * RECORDS_A_PAGE + index + 1))
  return {
    facts: ids.map((id) => aCall({ id })),
    skipped: [],
    merges: [],
    next: n + 1 < count ? String(n + 1) : null,
    serverTime: n,
  }
}

interface Trial {
  count: number
  readMs?: number
  saveMs?: number
  /** How many pages must have been read before each save ends. */
  savesUntil?: readonly number[]
  failingRead?: number
  /** How many saves succeed. */
  failingSave?: number
  isEnough?: (page: FactPage) => boolean
}

/** What was read and saved, and how it ended. */
async function attempt(trial: Trial) {
  const { count, readMs = 0, saveMs = 0, savesUntil = [], failingRead, failingSave, isEnough } = trial
  const saved: FactPage[] = []
  const read: number[] = []
  const reading = readPages({
    from: null,
    async request(cursor) {
      const n = Number(cursor ?? 0)
      if (readMs > 0) await sleep(readMs)
      if (n === failingRead) throw new Error('HubSpot is down')
      read.push(n)
      return pageOf(n, count)
    },
    async save(page) {
      await sleep(saveMs)
      while (read.length < (savesUntil[saved.length] ?? 0)) await sleep(1)
      if (saved.length === failingSave) throw new Error('the disk is full')
      saved.push(page)
    },
    ...(isEnough && { isEnough }),
  })
  const error = await reading.then(
    () => null,
    (reason: Error) => reason.message,
  )
  const ids = saved.flatMap(({ facts }) => facts.map(({ id }) => Number(id)))
  return { saved, read, error, ids, sizes: saved.map(({ facts }) => facts.length) }
}

function idsUpTo(pages: number): number[] {
  return Array.from({ length: pages * RECORDS_A_PAGE }, (_, index) => index + 1)
}

describe('reading pages', () => {
  it.each([1, 2, 3, 9, 30])('saves all of %i pages once and in order', async (count) => {
    const { ids, saved, error } = await attempt({ count, saveMs: 3 })

    expect(error).toBeNull()
    expect(ids).toEqual(idsUpTo(count))
    expect(saved.at(-1)?.next).toBeNull()
    expect(saved.slice(0, -1).every(({ next }) => next !== null)).toBe(true)
  })

  it('saves each on its own if they arrive one by one', async () => {
    const { sizes } = await attempt({ count: 6, readMs: 60 })

    expect(sizes).toEqual([100, 100, 100, 100, 100, 100])
  })

  it('saves together pages that arrive right after one another, up to 400 records', async () => {
    const { sizes, saved } = await attempt({ count: 9 })

    expect(sizes).toEqual([400, 400, 100])
    expect(saved.map(({ next }) => next)).toEqual(['4', '8', null])
    expect(saved.map(({ serverTime }) => serverTime)).toEqual([0, 4, 8])
  })

  it('saves together pages that arrive during a save', async () => {
    const { sizes } = await attempt({ count: 6, readMs: 60, savesUntil: [5] })

    expect(sizes).toEqual([100, 400, 100])
  })

  it('reads ahead only what is saved next and one more page', async () => {
    const { read, saved } = await attempt({ count: 30, saveMs: 80, failingSave: 0 })

    expect(saved).toEqual([])
    expect(read).toHaveLength(9)
  })

  it('saves nothing after a failed save, and rejects with its error', async () => {
    const { ids, error } = await attempt({ count: 30, saveMs: 5, failingSave: 2 })

    expect(error).toBe('the disk is full')
    expect(ids).toEqual(idsUpTo(ids.length / RECORDS_A_PAGE))
    expect(ids).toHaveLength(800)
  })

  it('requests nothing more after a failed save, however long the next page takes', async () => {
    const { error, read } = await attempt({ count: 30, readMs: 300, saveMs: 5, failingSave: 0 })

    expect([error, ...read]).toEqual(['the disk is full', 0])
    await sleep(900)
    expect(read).toEqual([0, 1])
  })

  it.each([0, 1, 4])('saves everything read before page %i failed', async (failingRead) => {
    const { ids, error } = await attempt({ count: 9, saveMs: 5, failingRead })

    expect(error).toBe('HubSpot is down')
    expect(ids).toEqual(idsUpTo(failingRead))
  })

  it('reports the failed save if both fail: nothing after it is stored', async () => {
    const { error, ids } = await attempt({ count: 9, saveMs: 20, failingRead: 2, failingSave: 0 })

    expect([error, ids]).toEqual(['the disk is full', []])
  })

  it('stops at the page that suffices', async () => {
    const { ids, read } = await attempt({ count: 9, saveMs: 5, isEnough: ({ next }) => next === '4' })

    expect(ids).toEqual(idsUpTo(4))
    expect(read).toEqual([0, 1, 2, 3])
  })

  it('skips no record that a later page could read', async () => {
    const pages = [0, 1, 2].map((n) => pageOf(n, 3))
    pages[1]?.skipped.push({ id: '201', reason: 'unreadable' }, { id: null, reason: 'no id' })
    const saved: FactPage[] = []
    let requested = 0

    await readPages({
      from: null,
      async request(cursor) {
        requested += 1
        return pages[Number(cursor ?? 0)] ?? pageOf(0, 1)
      },
      async save(page) {
        while (requested < 3) await sleep(1)
        saved.push(page)
      },
    })

    expect(saved.flatMap(({ skipped }) => skipped)).toEqual([{ id: null, reason: 'no id' }])
  })
})
