import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** A Chromium on this machine: CHROMIUM_PATH, otherwise where systems put it; undefined if there is none. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  const places = named === undefined ? usualPlaces : [named]
  return places.find((place) => existsSync(place))
}

/**
 * Whether browser tests can run here. Without a browser they are skipped with a warning; with CI=true
 * that is a failure.
 */
export function hasBrowser(): boolean {
  if (findBrowser() !== undefined) return true
  const reason = 'No Chromium found. Install one or set CHROMIUM_PATH.'
  if (process.env['CI'] === 'true') throw new Error(reason)
  console.warn(`Browser tests are left out: ${reason}`)
  return false
}

/** Starts headless Chromium. Throws if there is none. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('No Chromium found. Install one or set CHROMIUM_PATH.')
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
