/** The rooms: which imports which, and the house rules that a compiler does not check. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Finding, readScripts, readSources, type Source } from './sources.ts'

interface Room {
  /** Which other rooms its files may import. */
  rooms: readonly string[]
  packages?: readonly string[]
  /** Modules of Node's own. */
  node?: readonly string[]
}

const PORT = ['domain', 'ports']
const USE_CASE = [...PORT, 'values']
const USE_CASES = ['sync', 'answers', 'reports', 'digests', 'deliveries']

/** Each room of the domain may import those before it, in the direction the data flows. */
const DOMAIN = [
  ...[
    'numbers',
    'calendar',
    'company',
    'question',
    'facts',
    'metrics',
    'quotas',
    'pipeline',
    'figures',
    'boards',
  ],
  ...['access', 'insights', 'explanation', 'answer', 'digest'],
]

const ROOMS: Record<string, Room> = {
  domain: { rooms: [], packages: ['luxon'] },
  ports: { rooms: ['domain'], node: ['node:timers/promises'] },
  i18n: { rooms: ['domain'], packages: ['intl-messageformat', 'lru-cache'] },
  config: {
    rooms: PORT,
    packages: ['csv-parse', 'zod'],
    node: ['node:fs', 'node:net', 'node:path', 'node:util'],
  },
  values: { rooms: PORT },
  sync: { rooms: USE_CASE, node: ['node:timers/promises'] },
  answers: { rooms: USE_CASE },
  reports: { rooms: USE_CASE },
  digests: { rooms: USE_CASE },
  deliveries: { rooms: USE_CASE, node: ['node:crypto', 'node:timers/promises'] },
  hubspot: {
    rooms: PORT,
    packages: ['@hubspot/api-client', 'lru-cache', 'zod'],
    node: ['node:http', 'node:https', 'node:stream'],
  },
  store: {
    rooms: PORT,
    packages: ['kysely', 'lru-cache', 'pg'],
    node: ['node:crypto', 'node:fs', 'node:path', 'node:sqlite', 'node:timers/promises'],
  },
  slack: {
    rooms: [...PORT, 'i18n'],
    packages: ['@slack/bolt', '@slack/types', '@slack/web-api', 'lru-cache', 'undici', 'zod'],
    node: ['node:http', 'node:timers/promises'],
  },
  // Entry points call use cases.
  schedule: { rooms: USE_CASE, packages: ['node-cron'] },
  health: { rooms: USE_CASE, packages: ['prom-client'], node: ['node:http'] },
  cli: {
    // Previews and manifests are rendered without a workspace.
    rooms: [...USE_CASE, 'config', 'digests', 'i18n', 'reports', 'sandbox', 'slack', 'sync', 'wiring'],
    packages: ['commander'],
    node: [
      'node:events',
      'node:fs/promises',
      'node:net',
      'node:os',
      'node:path',
      'node:stream/consumers',
      'node:timers/promises',
    ],
  },
  // Independent of the code that it checks.
  sandbox: { rooms: [], packages: ['luxon', 'ws', 'zod'], node: ['node:*'] },
  // It constructs everything except the sandbox.
  app: {
    rooms: [
      ...USE_CASE,
      ...USE_CASES,
      'config',
      'health',
      'hubspot',
      'i18n',
      'schedule',
      'slack',
      'store',
      'wiring',
    ],
    packages: ['pino', 'prom-client'],
    node: ['node:crypto', 'node:os', 'node:timers/promises'],
  },
  // What entry points are given, as types.
  wiring: { rooms: ['answers', 'config', 'deliveries', 'digests', 'domain', 'ports', 'sync'] },
  main: { rooms: ['app', 'cli'] },
}

/** What only some files or folders may do. */
const ONLY_IN: Partial<Record<Finding, readonly string[]>> = {
  any: [],
  // The only values that are given a type unchecked are those that the store wrote itself.
  as: ['src/store/trusted.ts'],
  // The result is typed there as anything that JSON can contain.
  'unchecked JSON': ['src/sandbox/slack/json.ts'],
  'Object.assign': ['src/sandbox/'],
  'non-null': [],
  'default export': [],
  enum: [],
  class: [],
  'computed import': [],
  'long function': [],
  'process.env': ['src/config/'],
  // The rooms that pace and wait measure real time; everyone else asks the Clock.
  clock: ['src/app.ts', 'src/ports/turns.ts', 'src/hubspot/', 'src/store/', 'src/sandbox/'],
  random: ['src/hubspot/'],
  async: [
    'src/app.ts',
    'src/ports/turns.ts',
    ...roomsBut('domain', 'i18n', 'config', 'ports', 'main', 'wiring'),
  ],
}

/** HubSpot's own words: properties, numbers of types, scopes, paths. All other rooms use our own words for them. */
const HUBSPOT_WORDS = new RegExp(
  [
    /\bhs_\w+/,
    /\bhubspot_\w+_id\b/,
    /\b(?:createdate|closedate|lastmodifieddate|dealstage|dealname|lifecyclestage)\b/,
    /(?<=['"`/])0-\d+(?=['"`/])/,
    /\b(?:crm|settings)\.[a-z_.]+\.read\b|\bsales-email-read\b/,
    /\/crm\/|\/account-info\/|\/contacts\/.*\/record\//,
  ]
    .map(({ source }) => source)
    .join('|'),
)
/** Where they belong: the client, and the simulated service it talks to. */
const HUBSPOT_ROOMS = ['src/hubspot/', 'src/sandbox/']

const LINES_MAX = 300
const NAMELESS_FOLDERS = ['utils', 'helpers', 'common', 'types', 'lib', 'shared', 'misc']

function roomsBut(...left: string[]): string[] {
  return Object.keys(ROOMS).flatMap((room) => (left.includes(room) ? [] : [`src/${room}/`]))
}

function roomOf(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? ''
}

const all = readSources()
const sources = all.filter(({ path }) => path.startsWith('src/'))
const scripts = readScripts()

function strays({ path, imports }: Source): string[] {
  const room = roomOf(path)
  const { rooms, packages = [], node = [] } = ROOMS[room] ?? { rooms: [] }
  const wrong = imports.filter((name) => {
    if (name.startsWith('src/')) return roomOf(name) !== room && !rooms.includes(roomOf(name))
    if (name.startsWith('node:')) return !node.includes('node:*') && !node.includes(name)
    return !packages.includes(name)
  })
  return wrong.map((name) => `${path} imports ${name}`)
}

describe('imports', () => {
  test('every room has an entry in the table, and every entry a room', () => {
    expect([...new Set(sources.map(({ path }) => roomOf(path)))].sort()).toEqual(Object.keys(ROOMS).sort())
  })

  test.each(Object.keys(ROOMS))('%s imports only what its entry in the table names', (room) => {
    const files = sources.filter(({ path }) => roomOf(path) === room)

    expect(files.flatMap(strays)).toEqual([])
  })

  test('use cases never import each other', () => {
    for (const room of USE_CASES) expect(ROOMS[room]?.rooms, room).toEqual(USE_CASE)
  })

  test('each room of the domain imports only those before it', () => {
    const place = (path: string) => DOMAIN.indexOf(path.split('/')[2] ?? '')
    const domain = sources.filter(({ path }) => roomOf(path) === 'domain')

    const backwards = domain.flatMap(({ path, imports }) =>
      imports
        .filter((name) => name.startsWith('src/domain/') && place(name) > place(path))
        .map((name) => `${path} imports ${name}`),
    )

    expect([...new Set(domain.map(({ path }) => path.split('/')[2]))].sort()).toEqual([...DOMAIN].sort())
    expect(backwards).toEqual([])
  })

  test('only main imports the wiring, and only the command and tests import the sandbox', () => {
    const importersOf = (room: string) =>
      sources.filter(
        ({ path, imports }) => roomOf(path) !== room && imports.some((name) => roomOf(name) === room),
      )

    expect(importersOf('app').map(({ path }) => path)).toEqual(['src/main.ts'])
    expect([...new Set(importersOf('sandbox').map(({ path }) => roomOf(path)))]).toEqual(['cli'])
  })

  test('a package belongs to one room, except those that validate, cache and count', () => {
    const shared = ['zod', 'luxon', 'lru-cache', 'prom-client']
    const owners = new Map<string, Set<string>>()
    for (const { path, imports } of sources.filter(({ path }) => roomOf(path) !== 'sandbox')) {
      for (const name of imports.filter((one) => !/^(src\/|node:)/.test(one))) {
        owners.set(name, (owners.get(name) ?? new Set()).add(roomOf(path)))
      }
    }

    const several = [...owners].filter(([name, rooms]) => rooms.size > 1 && !shared.includes(name))

    expect(several.map(([name, rooms]) => `${name}: ${[...rooms].join(', ')}`)).toEqual([])
  })

  test('npm start runs with the same memory settings as the command itself', () => {
    const [firstLine = ''] = readFileSync('src/scoreline.js', 'utf8').split('\n')
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))

    expect(firstLine).toContain(scripts.start.replace(' src/scoreline.js start', ''))
  })

  test('no files import each other in a cycle', () => {
    expect(circles([...sources, ...scripts])).toEqual([])
  })

  test('every file is used: by the command, or at least by tests or the bench for files of the sandbox', () => {
    const byCommand = reachable(['src/scoreline.js'])
    const byTests = reachable(all.map(({ path }) => path).filter((path) => !path.startsWith('src/')))
    const page = reachable(['src/sandbox/slack/page/index.html'])
    const dead = [...sources, ...scripts].filter(
      ({ path }) =>
        !byCommand.has(path) && !page.has(path) && !(roomOf(path) === 'sandbox' && byTests.has(path)),
    )

    expect(dead.map(({ path }) => path)).toEqual([])
  })
})

function importsByPath(): Map<string, string[]> {
  return new Map([...all, ...scripts].map(({ path, imports }) => [path, imports]))
}

function reachable(from: readonly string[]): Set<string> {
  const graph = importsByPath()
  const seen = new Set<string>()
  const ahead = [...from]
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    ahead.push(...(graph.get(path) ?? []))
  }
  return seen
}

/** Each cycle once, as the files along it. */
function circles(files: readonly { path: string; imports: readonly string[] }[]): string[] {
  const graph = new Map(files.map(({ path, imports }) => [path, imports]))
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) found.push([...trail.slice(start), path].join(' → '))
    if (start >= 0 || done.has(path)) return
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path])
    done.add(path)
  }
  for (const { path } of files) walk(path, [])
  return found
}

describe('the house rules', () => {
  test.each(Object.entries(ONLY_IN))('%s appears only where it belongs', (what, places) => {
    const strayed = sources.flatMap(({ path, found }) =>
      found
        .filter((one) => one.what === what && !places.some((place) => path.startsWith(place)))
        .map(({ line }) => `${path}:${line}`),
    )

    expect(strayed).toEqual([])
  })

  test(`no file has more than ${LINES_MAX} lines`, () => {
    const long = sources.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))

    const tooLong = long.filter(({ lines }) => lines > LINES_MAX).map(({ path }) => path)

    expect(tooLong).toEqual([])
  })

  test("HubSpot's words appear only in its rooms", () => {
    const strayed = sources
      .filter(({ path }) => !HUBSPOT_ROOMS.some((room) => path.startsWith(room)))
      .flatMap(({ path, text }) =>
        text.split('\n').flatMap((line, index) => {
          const word = HUBSPOT_WORDS.exec(line)
          return word ? [`${path}:${index + 1} ${word[0]}`] : []
        }),
      )

    expect(strayed).toEqual([])
  })

  test.each([
    ...["properties['hs_timestamp']", 'hubspot_owner_id: id', "'deals.closedate'", "deals: '0-3'"],
    ...["'crm.schemas.deals.read'", "'settings.users.teams.read'", "get('/crm/owners')"],
  ])('%s is one of them', (line) => {
    expect(line).toMatch(HUBSPOT_WORDS)
  })

  test('file names are in kebab-case, and no folder has a meaningless name', () => {
    const parts = all.flatMap(({ path }) => path.split('/').slice(0, -1))
    const names = all.map(({ path }) => path.split('/').at(-1) ?? '')

    expect(parts.filter((part) => NAMELESS_FOLDERS.includes(part))).toEqual([])
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config))?\.ts$/.test(name))).toEqual([])
  })

  test('nothing is postponed, and no warning is suppressed', () => {
    const marks = /\/[/*].*\b(TODO|FIXME|XXX)\b|@ts-(ignore|expect-error|nocheck)|biome-ignore/
    const marked = sources.filter(({ text }) => marks.test(text))

    expect(marked.map(({ path }) => path)).toEqual([])
  })
})

test('the source reader finds everything that the rules forbid', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scoreline-structure-'))
  const lines = [
    "import type { A } from './a.ts'",
    "export { b } from '@scope/b/deep'",
    "const c: import('./c.ts').C = await import('node:fs')",
    'export default function f(x: any) { return x! as string }',
    'const kept = [1] as const',
    'enum E { One }',
    'class Plain {}',
    'class Named extends RangeError {}',
    'const env = process.env, at = Date.now(), die = Math.random()',
    "import(env['x'] ?? '')",
    'export default kept',
    "const text = 'as any, enum' // any as",
    "const taken: string = JSON.parse('1')",
    "const looked: unknown = JSON.parse('1')",
    "const laundered: Error = Object.assign({}, JSON.parse('1'))",
  ]
  try {
    writeFileSync(
      join(folder, 'tsconfig.json'),
      '{ "files": ["bad.ts"], "compilerOptions": { "noLib": true } }',
    )
    writeFileSync(join(folder, 'bad.ts'), lines.join('\n'))

    const [bad] = readSources(folder)

    expect(bad?.imports.map((name) => name.replace(/^.*\//, ''))).toEqual(['a.ts', 'b', 'c.ts', 'node:fs'])
    expect(bad?.found.map(({ what, line }) => `${line} ${what}`)).toEqual([
      '3 async',
      '4 default export',
      '4 any',
      '4 as',
      '4 non-null',
      '6 enum',
      '7 class',
      '9 process.env',
      '9 clock',
      '9 random',
      '10 computed import',
      '11 default export',
      '13 unchecked JSON',
      '15 Object.assign',
      '15 unchecked JSON',
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a cycle is found, including one of three files', () => {
  const files = [
    { path: 'a', imports: ['b'] },
    { path: 'b', imports: ['c'] },
    { path: 'c', imports: ['a', 'd'] },
    { path: 'd', imports: [] },
  ]

  expect(circles(files)).toEqual(['a → b → c → a'])
})
