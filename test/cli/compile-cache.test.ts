/** What the bin compiled is cached for its next run, in a folder that nobody else can write to, or not at all. */
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aFolder, type Folder, scoreline } from './command.ts'

let folder: Folder
let compiled: string

beforeEach(() => {
  folder = aFolder()
  compiled = join(folder.path, 'scoreline', 'compiled')
})
afterEach(() => folder.remove())

const help = async (env: Record<string, string> = {}) => {
  const options = { folder: folder.path, env: { XDG_CACHE_HOME: folder.path, ...env } }
  const { code, stdout, stderr } = await scoreline(['--help'], options)
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^Usage: scoreline/)
}
const filesIn = (path: string) => readdirSync(path, { recursive: true }).length

test('the first run fills a folder of the user only, the next one adds nothing', async () => {
  await help()
  const first = filesIn(compiled)
  await help()

  expect(first).toBeGreaterThan(10)
  expect(filesIn(compiled)).toBe(first)
  expect(statSync(compiled).mode & 0o777).toBe(0o700)
})

test('if no folder can be created, the program runs without one', async () => {
  writeFileSync(join(folder.path, 'scoreline'), 'a file is in the way')

  await help()
})

test.each(['scoreline/compiled', 'scoreline'])(
  'a folder %s that others can write to is not trusted: they could decide what runs',
  async (path) => {
    mkdirSync(compiled, { recursive: true, mode: 0o700 })
    chmodSync(join(folder.path, path), 0o777)
    await help()

    expect(filesIn(compiled)).toBe(0)
  },
)

/** For Node: the process takes itself for root's. */
const AS_ROOT = '--import=data:text/javascript,process.getuid=()=>0'
const SOMEBODY = 1_000

test.each(['cache', 'home/.cache'])(
  "root leaves nothing in another user's folder %s, who could not remove it",
  async (path) => {
    if (process.getuid?.() === 0) chownSync(folder.path, SOMEBODY, SOMEBODY)
    await help({ NODE_OPTIONS: AS_ROOT, XDG_CACHE_HOME: join(folder.path, path) })

    expect(readdirSync(folder.path)).toEqual([])
  },
)

test("Node's own variables win", async () => {
  await help({ NODE_COMPILE_CACHE: join(folder.path, 'mine') })
  await help({ NODE_DISABLE_COMPILE_CACHE: '1' })

  expect(readdirSync(folder.path)).toEqual(['mine'])
})
