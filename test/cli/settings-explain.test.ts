/** What the keys of the settings are for, and that every example is one that can be imported. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KNOWN_NAMES } from '../../src/cli/known-names.ts'
import { readSettingsDocument } from '../../src/config/settings.ts'
import { SETTINGS_HELP } from '../../src/config/settings-help.ts'
import { DEFAULT_SETTINGS } from '../../src/domain/company/settings.ts'
import { aFolder, type Folder, scoreline } from './command.ts'

const HELP = Object.entries(SETTINGS_HELP)
const KEYS = Object.keys(DEFAULT_SETTINGS)

let folder: Folder
beforeAll(() => {
  folder = aFolder()
})
afterAll(() => folder.remove())

function run(args: string[], input?: string) {
  const env = { DATABASE_URL: 'sqlite:scoreline.db' }
  return scoreline(['settings', ...args], { folder: folder.path, env, ...(input !== undefined && { input }) })
}

test.each(HELP)('the example of %s can be imported as it is', (key, { example, means, shape }) => {
  expect(readSettingsDocument({ [key]: example }, KNOWN_NAMES)).toEqual({ settings: { [key]: example } })
  expect(means).toMatch(/^[A-Z].*\.$/)
  expect(shape).not.toBe('')
})

describe('settings explain', () => {
  test('lists every key, within a terminal', async () => {
    const { code, stdout } = await run(['explain'])
    const lines = stdout.trimEnd().split('\n')

    expect(code).toBe(0)
    expect(lines.filter((line) => /^\w/.test(line)).sort()).toEqual([...KEYS].sort())
    expect(lines.filter((line) => [...line].length > 80)).toEqual([])
  })

  test('has of one key what it is for, its shape, default, value and an example that imports', async () => {
    const before = await run(['explain', 'hoursPerDay'])
    const example = before.stdout.slice(before.stdout.indexOf('{'))
    const imported = await run(['import', '-'], example)
    const after = await run(['explain', 'hoursPerDay'])

    expect(before.stdout).toMatch(/^hoursPerDay: The hours of a working day,.*\n/)
    expect(before.stdout).toMatch(/^ {2}Default: 8$/m)
    expect(before.stdout).not.toContain('Now:')
    expect([imported.code, imported.stderr]).toEqual([0, expect.stringContaining('Imported: hoursPerDay')])
    expect(after.stdout).toMatch(/^ {2}Now: 7\.5$/m)
  })

  test('names near keys for one that does not exist, as an import does', async () => {
    const asked = await run(['explain', 'holiday'])
    const imported = await run(['import', '-'], '{"holiday": {}, "zzzz": 1}')

    expect([asked.code, asked.stderr]).toEqual([
      2,
      expect.stringContaining("no key 'holiday'. Did you mean holidays?"),
    ])
    expect(imported.stderr).toContain('holiday: is not a settings key; did you mean holidays?')
    expect(imported.stderr).toMatch(/zzzz: is not a settings key$/m)
  })
})

test('docs/settings.md has the same of every key', () => {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  const row = ([key, { means, shape, example }]: (typeof HELP)[number]) =>
    `| \`${key}\` | ${cell(means)} | ${cell(shape)} | \`${cell(JSON.stringify(example))}\` |`
  const table = ['| key | what it is for | shape | example |', '| --- | --- | --- | --- |', ...HELP.map(row)]

  expect(
    readFileSync('docs/settings.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('|')),
  ).toEqual(table)
})
