/** Faulty PostgreSQL addresses: each fault gives one sentence that says what to do and contains no password. */
import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkAddress } from '../../src/store/database-faults.ts'
import { openStore } from '../../src/store/store.ts'
import { selfSigned } from '../certificate.ts'
import { aFolder, type Folder, scoreline } from '../cli/command.ts'
import { type PostgresServer, startPostgres } from '../postgres-server.ts'

let server: PostgresServer
let folder: Folder

beforeAll(async () => {
  server = await startPostgres()
  folder = aFolder()
})
afterAll(async () => {
  folder.remove()
  await server.stop()
})

const address = (
  changes: Partial<Record<'username' | 'password' | 'hostname' | 'port' | 'pathname' | 'search', string>>,
) => Object.assign(new URL(`${server.url}/postgres`), changes).href

async function sentenceOf(url: string, withinMs?: number): Promise<string> {
  const error: unknown = await checkAddress(url, withinMs).then(
    () => new Error('it let us in'),
    (fault: unknown) => fault,
  )
  if (!(error instanceof Error)) throw error
  expect(error.name, error.message).toBe('DatabaseAddressError')
  expect(error.message).not.toMatch(/hunter2|\n/)
  return error.message
}

/** Copies text to a file in the server's data folder that only the server can read: it accepts no other key file. */
function copyToServer(text: string, file: string): string {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => `'${line}'`)
  return `copy (select unnest(array[${lines}])) to program 'umask 077; cat > ${file}'`
}

async function administer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: `${server.url}/postgres` })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

describe('an address that the server refuses', () => {
  it.each([
    [
      'a wrong password',
      { password: 'hunter2' },
      /refuses the password of user 'scoreline'\. Correct the password/,
    ],
    ['no password', { password: '' }, /asks user 'scoreline' for a password\. Write it into DATABASE_URL/],
    ['an unknown user', { username: 'nobody' }, /refuses the password of user 'nobody'/],
    [
      'an unknown database',
      { pathname: '/sales' },
      /has no database 'sales'\. Create it, or correct the name/,
    ],
    [
      'TLS that it does not support',
      { search: '?sslmode=verify-full' },
      /does not support TLS\. Remove sslmode/,
    ],
  ])('has %s named', async (_, changes, sentence) => {
    expect(await sentenceOf(address(changes))).toMatch(sentence)
  })

  it('is reported with the user who may not create tables', async () => {
    await administer("create role reader login password 'hunter2'")
    const url = address({ username: 'reader', password: 'hunter2' })

    await expect(openStore({ kind: 'postgres', url })).rejects.toMatchObject({
      name: 'DatabaseAddressError',
      message: expect.stringMatching(
        /does not let user 'reader' create tables in the database 'postgres'\. Grant/,
      ),
    })
  })

  it('is reported for an untrusted certificate until the address names its authority', async () => {
    const { cert, key } = selfSigned()
    const certFile = join(folder.path, 'server.crt')
    writeFileSync(certFile, cert)
    await administer(
      copyToServer(key, 'server.key'),
      copyToServer(cert, 'server.crt'),
      'alter system set ssl = on',
      'select pg_reload_conf()',
    )
    const search = '?sslmode=verify-full'

    await expect.poll(() => sentenceOf(address({ search }))).toMatch(/an untrusted certificate .*sslrootcert/)
    await checkAddress(address({ search: `${search}&sslrootcert=${certFile}` }))
    expect(await sentenceOf(address({ search: `${search}&sslrootcert=/nowhere/ca.crt` }))).toMatch(
      /names a file \/nowhere\/ca\.crt that cannot be read/,
    )
  })
})

describe('an address without a PostgreSQL behind it', () => {
  let other: Server | undefined
  afterEach(() => void other?.close())

  const portOf = (make: Server) =>
    new Promise<string>((done) => {
      other = make.listen(0, '127.0.0.1', () => {
        const at = make.address()
        done(typeof at === 'object' && at ? String(at.port) : '')
      })
    })

  it('is reported with an unknown host', async () => {
    expect(await sentenceOf(address({ hostname: 'no-such-host.invalid' }))).toMatch(
      /the host 'no-such-host\.invalid', which cannot be resolved/,
    )
  })

  it('is reported with a port that nothing listens on', async () => {
    expect(await sentenceOf(address({ port: '1' }))).toMatch(
      /Nothing listens at 127\.0\.0\.1:1\. Start PostgreSQL/,
    )
  })

  it('is reported with a port that does not answer, without waiting for it', async () => {
    const port = await portOf(createServer(() => undefined))

    expect(await sentenceOf(address({ port }), 200)).toMatch(/Nothing answers at 127\.0\.0\.1/)
  })

  it('is reported if another service answers and hangs up', async () => {
    const port = await portOf(createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))

    expect(await sentenceOf(address({ port }))).toMatch(/does not speak the PostgreSQL protocol/)
  })
})

describe('a command', () => {
  const env = (url: string) => ({ folder: folder.path, env: { DATABASE_URL: url } })

  it('prints only the sentence, without a stack trace, and exits with the configuration error code', async () => {
    const wrong = address({ password: 'hunter2' })
    const { code, stdout, stderr } = await scoreline(['metric', 'calls', '--period', 'today'], env(wrong))

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^PostgreSQL at 127\.0\.0\.1:\d+ refuses the password .*\.\n$/)
  })

  it('doctor continues without the store and reports the fault', async () => {
    const { code, stdout, stderr } = await scoreline(['doctor'], env(address({ pathname: '/sales' })))

    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(/^FIX {2}store +PostgreSQL at .* has no database 'sales'/m)
    expect(stdout).toMatch(/HUBSPOT_ACCESS_TOKEN/)
  })
})
