/** A store that is not there, or that cannot be used: one sentence that says what to do, and no stack. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { explained } from '../../src/store/sqlite-faults.ts'
import { openStore } from '../../src/store/store.ts'
import { type Company, environmentOf, startCompany } from '../company.ts'
import { isRoot, mayBePassed } from '../passable.ts'
import { testStore, writeInto } from '../store/stores.ts'
import { aFolder, type Folder, scoreline } from './command.ts'

const NOBODY = 65_534

let company: Company
let folder: Folder
let path: string

beforeAll(async () => {
  company = await startCompany({ now: Date.now(), days: 8 })
})
afterAll(() => company.end())
beforeEach(() => {
  folder = aFolder()
  path = join(folder.path, 'scoreline.db')
})
afterEach(() => folder.remove())

const options = (more: Record<string, string> = {}) => ({
  folder: folder.path,
  env: { ...environmentOf(company), ...more },
})

describe('verify where no store is', () => {
  test('says so, ends with 2 and makes none', async () => {
    const { code, stdout, stderr } = await scoreline(['verify'], options())

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^There is no store at .*scoreline\.db\. .*'scoreline sync'\.\n$/)
    expect(existsSync(path)).toBe(false)
  })

  test('says so of an empty file', async () => {
    writeFileSync(path, '')
    const { code, stderr } = await scoreline(['verify'], options())

    expect([code, stderr.split('\n')]).toEqual([2, [expect.stringContaining('There is no store at'), '']])
  })

  test('says so of a database of PostgreSQL without tables', async () => {
    const { address, store, end } = await testStore('postgres')
    await store.close()
    await writeInto(address, ['drop schema public cascade', 'create schema public'])
    const url = address.kind === 'postgres' ? address.url : ''
    const { code, stderr } = await scoreline(['verify'], options({ DATABASE_URL: url }))
    await end()

    expect([code, stderr.split('\n')]).toEqual([2, [expect.stringContaining('There is no store at'), '']])
  })
})

describe('a file that cannot be used is told in one sentence', () => {
  test.for([['verify'], ['sync'], ['report', '--period', 'today', '--json']])(
    'that is not a database, by %j',
    async (words, { expect }) => {
      writeFileSync(
        path,
        'Not a database, but the notes of a meeting on databases, long enough to be read. '.repeat(9),
      )
      const { code, stdout, stderr } = await scoreline(words, options())

      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(/^\S*scoreline\.db is not a SQLite database\. .*\n$/)
    },
  )

  test('that is damaged', async () => {
    const store = await openStore({ kind: 'sqlite', path })
    await store.close()
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill('x', 4_096))
    const { code, stderr } = await scoreline(['verify'], options())

    expect(code).toBe(1)
    expect(stderr).toMatch(/^\S*scoreline\.db is damaged \(.*\)\. Restore a backup\.\n$/)
  })

  // Nothing is forbidden to root, who tries it as somebody else.
  const isReachable = !isRoot || mayBePassed(join(import.meta.dirname, '..'))
  if (!isReachable)
    console.log('Skipped: a file that may only be read. Nobody but root can reach this checkout.')

  test.runIf(isReachable)('that may only be read, in a folder that may only be read', async () => {
    const store = await openStore({ kind: 'sqlite', path })
    await store.close()
    chmodSync(path, 0o444)
    chmodSync(folder.path, 0o555)
    const somebody = isRoot ? { uid: NOBODY } : {}
    const { code, stdout, stderr } = await scoreline(['verify'], { ...options(), ...somebody })
    chmodSync(folder.path, 0o755)

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^\S*scoreline\.db (can only be read|cannot be opened)\. .*write to .*\n$/)
  })

  test('whose folder is a file', async () => {
    writeFileSync(join(folder.path, 'data'), '')
    const { code, stderr } = await scoreline(
      ['verify'],
      options({ DATABASE_URL: 'sqlite:data/scoreline.db' }),
    )
    const sync = await scoreline(['sync'], options({ DATABASE_URL: 'sqlite:data/scoreline.db' }))

    expect([code, sync.code]).toEqual([2, 2])
    expect(stderr).toMatch(/^There is no store at /)
    expect(sync.stderr).toMatch(/^The folder of \S*scoreline\.db cannot be made\. .*\n$/)
  })

  test('that is a folder', async () => {
    mkdirSync(path)
    const { code, stderr } = await scoreline(['verify'], options())

    expect(code).toBe(2)
    expect(stderr).toMatch(/^\S*scoreline\.db cannot be opened\. .*\n$/)
  })
})

describe('a disk that takes no more', () => {
  test('ends a sync with one sentence, and what was saved before is whole', async () => {
    // Files grow to 1 MB at most: a write beyond that fails as on a full disk.
    const limited = `trap '' XFSZ; ulimit -f 1024; exec '${process.execPath}' "$0" "$@"`
    const run = await scoreline(['sync'], { ...options(), node: 'bash', nodeArgs: ['-c', limited] })
    const { code } = await scoreline(['verify'], options())

    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/^The disk that holds \S*scoreline\.db .*\.$/m)
    expect(run.stderr).not.toMatch(/\n {4}at /)
    expect(code).toBe(0)
  })

  test('that is full is named by SQLite itself', () => {
    const database = new DatabaseSync(path)
    database.exec('pragma max_page_count = 3; create table one (text text)')
    const fill = () => database.exec(`insert into one values ('${'x'.repeat(50_000)}')`)
    let told: unknown
    try {
      fill()
    } catch (error) {
      told = explained(error, path)
    }
    database.close()

    expect(told).toMatchObject({ name: 'DiskError', message: expect.stringContaining(`${path} is full`) })
  })
})
