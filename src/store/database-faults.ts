/** Faults of a PostgreSQL address, each as one sentence that says what to do. It never contains a password. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { DatabaseAddressError } from './errors.ts'

/** Longer than connecting takes on any network. */
const ANSWERS_WITHIN_MS = 10_000

const TRIES = 3
const PAUSE_MS = 200

/** Throws `DatabaseAddressError` if the address, or the server behind it, does not accept the connection. */
export async function checkAddress(url: string, withinMs = ANSWERS_WITHIN_MS): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await connectOnce(url, withinMs)
    } catch (error) {
      if (tries === TRIES || !isCut(error)) throw error
    }
    await sleep(PAUSE_MS * tries)
  }
}

/** A restarting server cuts connections, including those just being opened. */
function isCut(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return (
    codeOf(cause).startsWith('57P') || codeOf(cause) === 'ECONNRESET' || /terminated/.test(messageOf(cause))
  )
}

async function connectOnce(url: string, withinMs: number): Promise<void> {
  const client = clientFor(url, withinMs)
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw explained(error, client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The files named in the address are read immediately. */
function clientFor(url: string, withinMs: number): pg.Client {
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: withinMs })
  } catch (error) {
    const path = error instanceof Error && 'path' in error ? ` ${error.path}` : ''
    throw new DatabaseAddressError(
      `DATABASE_URL names a file${path} that cannot be read. Correct its path.`,
      error,
    )
  }
}

/** Explains what a user who may connect is not allowed to do; returns any other fault unchanged. */
export function explainedRefusal(error: unknown, url: string): unknown {
  return codeOf(error) === '42501' ? explained(error, clientFor(url, ANSWERS_WITHIN_MS)) : error
}

/** Returns the fault with a readable message, if there is one for it. */
function explained(error: unknown, server: Server): unknown {
  const text = FAULTS.find(({ is }) => is(codeOf(error), messageOf(error)))?.text(server, error)
  return text === undefined ? error : new DatabaseAddressError(text, error)
}

type Server = Pick<pg.Client, 'host' | 'port' | 'database' | 'user' | 'password'>

interface Fault {
  is: (code: string, message: string) => boolean
  text: (server: Server, error: unknown) => string
}

function hasCode(...codes: string[]): Fault['is'] {
  return (code) => codes.includes(code)
}

function at({ host, port }: Server): string {
  return `PostgreSQL at ${host}:${port}`
}

const FAULTS: readonly Fault[] = [
  {
    is: (code, message) => code === '28P01' || /password must be a (non-empty )?string/.test(message),
    text: (server) =>
      server.password
        ? `${at(server)} refuses the password of user '${server.user}'. Correct the password in DATABASE_URL, with its special characters percent-encoded.`
        : `${at(server)} asks user '${server.user}' for a password. Write it into DATABASE_URL: postgres://user:password@host:5432/database.`,
  },
  {
    is: (code, message) => code === '28000' && /no encryption|SSL off/.test(message),
    text: (server) => `${at(server)} requires TLS. Add ?sslmode=verify-full to DATABASE_URL.`,
  },
  {
    is: hasCode('28000'),
    text: (server) =>
      `${at(server)} does not let user '${server.user}' into the database '${server.database}' from this host. Correct the user in DATABASE_URL, or allow the connection in pg_hba.conf.`,
  },
  {
    is: hasCode('3D000'),
    text: (server) =>
      `${at(server)} has no database '${server.database}'. Create it, or correct the name at the end of DATABASE_URL.`,
  },
  {
    is: hasCode('42501'),
    text: (server) =>
      `${at(server)} does not let user '${server.user}' create tables in the database '${server.database}'. Grant it 'create' on the schema.`,
  },
  {
    is: hasCode('53300', '57P03'),
    text: (server) => `${at(server)} accepts no more connections at the moment. Try again in a minute.`,
  },
  {
    is: hasCode('ENOTFOUND', 'EAI_AGAIN'),
    text: ({ host }) => `DATABASE_URL names the host '${host}', which cannot be resolved. Correct its name.`,
  },
  {
    is: hasCode('ECONNREFUSED'),
    text: ({ host, port }) =>
      `Nothing listens at ${host}:${port}. Start PostgreSQL, or correct host and port in DATABASE_URL.`,
  },
  {
    is: (code, message) =>
      ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code) || /timeout/.test(message),
    text: ({ host, port }) =>
      `Nothing answers at ${host}:${port}. Correct host and port in DATABASE_URL, or open the network path to it.`,
  },
  {
    is: (_, message) => /does not support SSL/.test(message),
    text: (server) =>
      `${at(server)} does not support TLS. Remove sslmode from DATABASE_URL, or enable TLS on the server.`,
  },
  {
    is: (code, message) => /CERT|SELF_SIGNED|UNABLE_TO/.test(code) || /certificate/.test(message),
    text: (server, error) =>
      `${at(server)} presents an untrusted certificate (${messageOf(error)}). Add its authority to DATABASE_URL with &sslrootcert=FILE, or correct the host.`,
  },
  {
    is: (code, message) =>
      ['ECONNRESET', 'EPIPE', 'EPROTO'].includes(code) ||
      /terminated|response to SSLRequest|SSL routines/.test(message),
    text: ({ host, port }) =>
      `What answers at ${host}:${port} does not speak the PostgreSQL protocol. Correct host and port in DATABASE_URL.`,
  },
]

/** A host with several addresses fails on each of them. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
