/** What an installation brings: pinned, checked by hash, and without scripts in what runs in production. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const Entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  dev: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  engines: z.object({ node: z.string().optional() }).or(z.array(z.string())).optional(),
})
const LockFile = z.object({ lockfileVersion: z.number(), packages: z.record(z.string(), Entry) })
const Package = Entry.extend({
  engines: z.object({ node: z.string() }),
  allowScripts: z.record(z.string(), z.boolean()),
})

type Entries = Record<string, z.infer<typeof Entry>>

const lockText = read('package-lock.json')
const { packages, lockfileVersion } = LockFile.parse(JSON.parse(lockText))
const own = Package.parse(JSON.parse(read('package.json')))
const { '': root, ...installed } = packages

function read(name: string): string {
  return readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

/** An exact version of a registry, not a range, tag, address or path. */
function isExact(version: string): boolean {
  return /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)
}

function isRange(version: string): boolean {
  return !/:|\/|#/.test(version) || /^npm:/.test(version)
}

/** Names of packages with install scripts that are not allowed, or that would be installed in production. */
function unwantedScripts(entries: Entries, allowed: Record<string, boolean>): string[] {
  const scripted = Object.entries(entries).filter(([, entry]) => entry.hasInstallScript)
  return scripted
    .filter(([path, { dev }]) => !dev || allowed[nameOf(path)] !== true)
    .map(([path]) => nameOf(path))
}

function withoutIntegrity(entries: Entries): string[] {
  return Object.entries(entries)
    .filter(([, { integrity, link }]) => link || !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''))
    .map(([path]) => path)
}

describe('the lock file', () => {
  test('is accepted by npm ci, and names the same packages as package.json', () => {
    expect(lockfileVersion).toBe(3)
    expect(root?.dependencies).toEqual(own.dependencies)
    expect(root?.devDependencies).toEqual(own.devDependencies)
    expect(Object.keys(installed).length).toBeGreaterThan(50)
  })

  test('no production package runs a script when it is installed, and of the others only those listed', () => {
    expect(unwantedScripts(installed, own.allowScripts)).toEqual([])
  })

  test('every allowed script belongs to a package that is installed', () => {
    const scripted = Object.entries(installed).filter(([, { hasInstallScript }]) => hasInstallScript)

    expect(Object.keys(own.allowScripts).sort()).toEqual(scripted.map(([path]) => nameOf(path)).sort())
  })

  test('every package has a hash', () => {
    expect(withoutIntegrity(installed)).toEqual([])
  })

  test('every package has an exact version, and none comes from git, an address or a folder', () => {
    const inexact = Object.entries(installed).filter(([, { version }]) => !isExact(version ?? ''))
    const asked = Object.entries(packages).flatMap(([path, entry]) =>
      Object.entries({ ...entry.dependencies, ...entry.optionalDependencies })
        .filter(([, version]) => !isRange(version))
        .map(([name, version]) => `${path} asks for ${name} ${version}`),
    )

    expect(inexact.map(([path]) => path)).toEqual([])
    expect(asked).toEqual([])
    expect(Object.values(installed).filter(({ resolved }) => resolved !== undefined)).toEqual([])
  })

  test('names no host, so that any registry can serve it', () => {
    const hosts = lockText.match(/"(?!url"|funding")[^"]*": "(git\+|https?|ssh):[^"]*"/g)

    expect(hosts).toBeNull()
  })
})

describe('package.json', () => {
  test('asks for exact versions', () => {
    const wanted = Object.entries({ ...own.dependencies, ...own.devDependencies })

    expect(wanted.filter(([, version]) => !isExact(version))).toEqual([])
  })

  test('says which Node the program needs, and provides one that is new enough', () => {
    const [major = 0, minor = 0] = (own.devDependencies['node'] ?? '').split('.').map(Number)

    expect(own.engines.node).toBe('>=24.15')
    expect(major > 24 || (major === 24 && minor >= 15)).toBe(true)
  })

  test('the versions that the program is built on are the ones asked for', () => {
    const majors = Object.fromEntries(
      Object.entries(own.dependencies).map(([name, version]) => [name, version.split('.')[0]]),
    )

    expect(majors).toMatchObject({
      '@slack/bolt': '5',
      '@hubspot/api-client': '14',
      'node-cron': '4',
      zod: '4',
    })
    expect(majors).toMatchObject({ luxon: '3' })
  })
})

describe('the checks themselves', () => {
  const entry = (changes: object) => Entry.parse({ version: '1.0.0', ...changes })

  test('a script of a production package is found even if it is allowed', () => {
    const entries = {
      'node_modules/a': entry({ hasInstallScript: true }),
      'node_modules/b': entry({ hasInstallScript: true, dev: true }),
      'node_modules/x/node_modules/c': entry({ hasInstallScript: true, dev: true }),
    }

    expect(unwantedScripts(entries, { a: true, c: true })).toEqual(['a', 'b'])
  })

  test('a missing hash, a weak one and a link are found', () => {
    const entries = {
      a: entry({}),
      b: entry({ integrity: 'sha1-abc=' }),
      c: entry({ integrity: `sha512-${'A'.repeat(86)}==` }),
      d: entry({ integrity: `sha512-${'A'.repeat(86)}==`, link: true }),
    }

    expect(withoutIntegrity(entries)).toEqual(['a', 'b', 'd'])
  })

  test('ranges, tags and addresses are not exact versions', () => {
    expect(['1.2.3', '18.4.0-beta.17'].map(isExact)).toEqual([true, true])
    expect(['^1.2.3', '~1.2.3', 'latest', '1.2', 'git+https://a/b', 'file:../a', '*'].some(isExact)).toBe(
      false,
    )
    expect(['^1.2.3', '>=1 <3', '*', 'npm:a@1'].every(isRange)).toBe(true)
    expect(['git+ssh://a/b', 'github:a/b', 'a/b', 'https://a/b.tgz', 'file:../a'].some(isRange)).toBe(false)
  })
})
