import { once } from 'node:events'
import { connect } from 'node:net'
import type { WebProxy } from '../../ports/web-proxy.ts'
import { configFor } from '../run.ts'
import { complaints, type Finding, fix, ok } from './finding.ts'

const CONNECT_MS = 5_000

/** Which proxy requests go through, and whether it accepts connections; nothing if there is none. */
export async function proxyFindings(): Promise<Finding[]> {
  const wrong = complaints('proxy')
  if (wrong.length > 0) return wrong
  const { proxy } = configFor('proxy')
  return proxy ? [await proxyFinding(proxy)] : []
}

async function proxyFinding({ https, variable, except }: WebProxy): Promise<Finding> {
  const { protocol, host } = new URL(https)
  // Without the user and the password.
  const address = `${protocol}//${host}`
  const fault = await connectionFault(https)
  if (fault !== null)
    return fix(
      'proxy',
      `${address} cannot be reached (${fault})`,
      `Correct ${variable}, or remove it if this machine needs no proxy.`,
    )
  return ok('proxy', `requests go through ${address}${except === '' ? '' : `, except to ${except}`}`)
}

/** Why the proxy accepts no connection; `null`: it accepts them. */
async function connectionFault(address: string): Promise<string | null> {
  const { protocol, hostname, port } = new URL(address)
  const socket = connect(Number(port) || (protocol === 'https:' ? 443 : 80), hostname.replace(/^\[|\]$/g, ''))
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(CONNECT_MS) })
    return null
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.name === 'AbortError') return `no answer in ${CONNECT_MS / 1000} s`
    return 'code' in error ? String(error.code) : error.message
  } finally {
    socket.destroy()
  }
}
