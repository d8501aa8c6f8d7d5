import type { App } from '@slack/bolt'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SlackSandbox } from '../../../src/sandbox/slack/slack-sandbox.ts'
import { hasBrowser, launchBrowser } from '../../browser.ts'
import { chart, listen, table } from './page-app.ts'
import { ana, clientOf, jonas, mrkdwn, sales, startSandbox, startSocketApp } from './sandbox-app.ts'

describe.runIf(hasBrowser())('the page', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let sandbox: SlackSandbox
  let app: App

  beforeAll(async () => {
    browser = await launchBrowser()
    context = await browser.newContext()
    const commands = [
      { command: '/sales', description: 'Your numbers' },
      { command: '/quota', description: 'Set a quota' },
    ]
    sandbox = await startSandbox({ commands })
    app = await startSocketApp(sandbox)
    listen(app)
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
    await sandbox.stop()
  })
  beforeEach(async () => {
    sandbox.workspace.messages = []
    sandbox.workspace.ephemerals = []
    page = await context.newPage()
    page.setDefaultTimeout(5000)
  })
  afterEach(() => page.close())

  async function open(channelId = sales.id, more = '') {
    await page.goto(`${sandbox.url}/#channel=${channelId}&as=${ana.id}${more}`)
    await page.getByTestId('person').waitFor({ state: 'attached' })
  }

  async function type(line: string) {
    await page.getByTestId('composer').fill(line)
    await page.getByTestId('composer').press('Enter')
  }

  test('suggests commands while one is typed, and shows the answer to the typer only', async () => {
    await open()
    await page.getByTestId('composer').pressSequentially('/s')
    const offers = await page.getByTestId('suggestion').allTextContents()
    await page.getByTestId('composer').press('Tab')
    await page.getByTestId('composer').pressSequentially('quota')
    await page.getByTestId('send').click()

    const answer = page.getByTestId('message')
    await answer.getByText('Only visible to you').waitFor()
    const strong = await answer.locator('.text strong').textContent()
    await page.getByTestId('person').selectOption(jonas.id)
    await page.waitForURL(/as=U0JONAS/)
    await answer.waitFor({ state: 'detached' })

    expect(offers).toEqual(['/salesYour numbers'])
    expect(strong).toBe('quota')
  })

  test('a click on a button changes the answer, and it can be dismissed', async () => {
    await open()
    await type('/sales quota')
    await page.getByTestId('action-share').click()
    await page.getByText('Shared.').waitFor()

    await page.getByTestId('dismiss').click()
    await page.getByTestId('message').waitFor({ state: 'detached' })

    expect(sandbox.workspace.ephemerals).toEqual([])
  })

  test('a modal shows errors under its fields, keeps what was typed, and closes once the input is valid', async () => {
    await open()
    await type('/quota')
    await page.getByTestId('modal-submit').click()
    await page.getByTestId('error-rep').waitFor()
    await page.getByTestId('action-user').selectOption(jonas.id)
    await page.getByTestId('action-euro').fill('5')
    await page.getByTestId('modal-submit').click()
    await page.getByTestId('error-amount').getByText('Say 900.').waitFor()
    const kept = await page.getByTestId('action-user').inputValue()

    await page.getByTestId('action-euro').fill('900')
    await page.getByTestId('modal-submit').click()
    await page.getByTestId('message').getByText('@Jonas Berg has 900').waitFor()

    expect(kept).toBe(jonas.id)
    expect(await page.getByTestId('modal').isVisible()).toBe(false)
  })

  test('a data_table sorts by numbers and by names, and can be paged', async () => {
    await clientOf(sandbox).chat.postMessage({ channel: sales.id, text: 'table', blocks: [table] })
    await open()
    const names = () => page.locator('tbody th').allTextContents()
    await page.getByTestId('block-data_table').waitFor()
    const first = await names()
    await page.getByTestId('table-page-next').click()
    const second = await names()
    const label = await page.getByTestId('table-page-label').textContent()
    await page.getByTestId('sort-1').click()
    const byCalls = await names()
    await page.getByTestId('sort-0').click()
    await page.getByTestId('sort-0').click()

    expect(first).toEqual(['Ana', 'Budi', 'Elena', 'Freja', 'Jonas'])
    expect(second).toEqual(['Karin', 'Lars'])
    expect(label).toBe('6–7 of 7')
    expect(byCalls).toEqual(['Elena', 'Jonas', 'Lars', 'Budi', 'Freja'])
    expect(await names()).toEqual(['Lars', 'Karin', 'Jonas', 'Freja', 'Elena'])
  })

  test('a chart has a bar per value, a title and a legend', async () => {
    await clientOf(sandbox).chat.postMessage({ channel: sales.id, text: 'chart', blocks: [chart] })
    await open()

    const figure = page.getByTestId('chart')
    await figure.waitFor()

    expect(await figure.locator('[data-chart=bar] rect').count()).toBe(4)
    expect(await figure.locator('figcaption').textContent()).toBe('Revenue')
    expect(await figure.locator('.legend li').allTextContents()).toEqual(['North', 'South'])
  })

  test('a thread opens next to its message and accepts replies', async () => {
    const client = clientOf(sandbox)
    const { ts = '' } = await client.chat.postMessage({ channel: sales.id, text: 'digest' })
    await client.chat.postMessage({ channel: sales.id, text: 'details', thread_ts: ts })
    await open()

    await page.getByTestId('replies').click()
    await page.getByTestId('thread').getByText('details').waitFor()
    await page.getByTestId('thread-composer').fill('thanks')
    await page.getByTestId('thread-send').click()
    await page.getByTestId('thread').getByText('thanks').waitFor()

    expect(sandbox.workspace.messages.at(-1)).toMatchObject({ text: 'thanks', threadTs: ts, userId: ana.id })
  })

  test('the Home tab shows what the app published for this person', async () => {
    await open()

    await page.getByTestId('home').click()

    await page.getByTestId('home-view').getByText('Your day').waitFor()
    expect([...sandbox.workspace.homes.keys()]).toEqual([ana.id])
  })

  test('untrusted text stays text', async () => {
    const text = '<img src=x onerror=alert(1)> <javascript:alert(1)|deal> <!channel> &lt;b&gt;'
    await clientOf(sandbox).chat.postMessage({ channel: sales.id, text })
    await open()

    const message = page.getByTestId('message').locator('.text')
    await message.waitFor()

    expect(await message.locator('img, a, b').count()).toBe(0)
    expect(await message.textContent()).toContain('<b>')
  })

  test("dates are shown in the viewer's time zone", async () => {
    const { users } = sandbox.workspace
    for (const user of users) user.tz = 'Asia/Jakarta'
    const text = 'as of <!date^1790000000^{date_num} {time}|then>'
    await clientOf(sandbox).chat.postMessage({ channel: sales.id, text })
    await open()

    await page.getByText('as of 2026-09-21 21:13').waitFor()
  })

  test('nothing scrolls sideways on a phone of 390 pixels', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    const client = clientOf(sandbox)
    const long = { type: 'section' as const, text: mrkdwn(`Deal ${'x'.repeat(200)}`) }
    const { ts } = await client.chat.postMessage({
      channel: sales.id,
      text: 'a',
      blocks: [long, table, chart],
    })
    const widest = () => page.evaluate('document.documentElement.scrollWidth')
    await open()
    await page.getByTestId('chart').waitFor()
    const inChannel = await widest()
    await open(sales.id, `&thread=${ts}`)
    await page.getByTestId('thread').getByTestId('chart').waitFor()

    expect([inChannel, await widest()]).toEqual([390, 390])
  })
})
