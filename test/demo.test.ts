/** The demo as a newcomer meets it: an address, a digest on the page, commands that can be typed, Ctrl-C. */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from './browser.ts'
import { aFolder, type Folder, type Running, startScoreline } from './cli/command.ts'

const PATIENCE_MS = 110_000

let folder: Folder
let temporary: string
let demo: Running
let url: string
let address: string

beforeAll(async () => {
  folder = aFolder()
  temporary = join(folder.path, 'tmp')
  mkdirSync(temporary)
  const startedAt = performance.now()
  demo = startScoreline(['demo'], { folder: folder.path, env: { TMPDIR: temporary } })
  const found = await demo.until(/(http:\/\/127\.0\.0\.1:\d+)\/#channel=C0SALES&as=(\w+)/, PATIENCE_MS)
  address = found[0]
  url = found[1] ?? ''
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.info(`The demo had its digests posted after ${seconds} s.`)
}, PATIENCE_MS)
afterAll(async () => {
  await demo.stop('SIGKILL')
  folder.remove()
})

interface ShownMessage {
  kind: string
  text: string
  isFromApp: boolean
  replyCount: number
}

test('it says what it is doing while it does it, and how to continue', () => {
  expect(demo.stderr()).toMatch(/^Creating a sales company of 26 reps/)
  expect(demo.stderr()).toMatch(/reading HubSpot: +100 %/)
  expect(demo.stdout()).toContain('Stop with Ctrl-C')
  expect(demo.stderr()).not.toMatch(/"level":[56]0/)
})

test('by then every channel has its digest, with its table in the thread', async () => {
  for (const channel of ['C0SALES', 'C0NORTH', 'C0SOUTH', 'C0ENTERPRISE']) {
    const state = await (await fetch(`${url}/page/state?channel=${channel}`)).json()
    const { messages } = state as { messages: ShownMessage[] }
    const posts = messages.filter((message) => message.isFromApp)

    expect(posts, channel).toHaveLength(1)
    expect(posts[0]?.text, channel).toMatch(/▓|░/)
  }
})

describe.runIf(hasBrowser())('in a browser', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await launchBrowser()
    page = await (await browser.newContext()).newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(address)
  })
  afterAll(() => browser?.close())

  test('#sales shows the digest with its lines', async () => {
    const digest = page.getByTestId('messages').getByTestId('message').first()
    await digest.waitFor()
    const lines = (await digest.innerText()).split('\n')

    expect(lines.some((line) => /^Everyone · \w{3} \d+ \w{3}$/.test(line))).toBe(true)
    expect(lines.some((line) => /[▓░]{10} \d+ % of €/.test(line))).toBe(true)
    expect(lines.some((line) => /^As of \d\d:\d\d Copenhagen · details ↓$/.test(line))).toBe(true)
  })

  test('its thread shows the table of all reps, which sorts', async () => {
    await page.getByTestId('replies').first().click()
    const table = page.getByTestId('thread').getByTestId('block-data_table')
    await table.waitFor()
    const heads = await table.locator('thead th').allInnerTexts()
    const names = await table.locator('tbody th').allInnerTexts()
    await table.getByTestId('sort-1').click()
    const calls = await table.locator('tbody tr td:nth-child(2)').allInnerTexts()
    await page.getByTestId('close-thread').click()

    expect(heads.map((head) => head.trim())).toEqual(['Name', 'Calls', 'Meetings', 'Quota'])
    expect(names).toContain('Ana Sørensen')
    expect(names.length).toBeGreaterThan(20)
    expect(calls.map(Number)).toEqual(calls.map(Number).toSorted((a, b) => b - a))
  })

  test('a rep who types /sales quota gets an answer that nobody else sees', async () => {
    await page.getByTestId('composer').fill('/sales quota')
    await page.getByTestId('composer').press('Enter')
    const answer = page.locator('[data-testid=message][data-kind=ephemeral]').last()
    await answer.getByText(/\d+ % of €[\d,]+ · Bookings/).waitFor()
    const text = await answer.innerText()
    const other = await page.getByTestId('person').locator('option').nth(1).getAttribute('value')
    await page.getByTestId('person').selectOption(other)
    await answer.waitFor({ state: 'detached' })

    expect(text).toContain('Only visible to you')
    expect(text).toMatch(/data as of \d\d:\d\d/)
    expect(await page.locator('[data-kind=ephemeral]').count()).toBe(0)
  })

  test('on a phone of 390 pixels nothing scrolls sideways, neither channel nor thread', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(address)
    await page.getByTestId('replies').first().waitFor()
    const widest = () => page.evaluate('document.documentElement.scrollWidth')
    const inChannel = await widest()
    await page.getByTestId('replies').first().click()
    await page.getByTestId('thread').getByTestId('block-data_table').waitFor()

    expect([inChannel, await widest()]).toEqual([390, 390])
  })
})

test('Ctrl-C ends it, and leaves neither a server nor a folder behind', async () => {
  const during = readdirSync(temporary)
  const askedAt = performance.now()
  const { code, signal } = await demo.stop('SIGINT')

  expect(during).toEqual([expect.stringMatching(/^scoreline-demo-/)])
  expect([code, signal]).toEqual([0, null])
  expect(performance.now() - askedAt).toBeLessThan(10_000)
  expect(readdirSync(temporary)).toEqual([])
  await expect(fetch(url)).rejects.toThrow()
})

test('Ctrl-C also ends it while HubSpot is being read', async () => {
  const early = startScoreline(['demo'], { folder: folder.path, env: { TMPDIR: temporary } })
  await early.until(/reading HubSpot/, PATIENCE_MS)
  const askedAt = performance.now()
  const { code, stderr } = await early.stop('SIGINT')

  expect(code).toBe(0)
  expect(performance.now() - askedAt).toBeLessThan(10_000)
  expect(stderr).not.toMatch(/"level":[56]0/)
  expect(readdirSync(temporary)).toEqual([])
})
