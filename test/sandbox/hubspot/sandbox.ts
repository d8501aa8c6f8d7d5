import { readFileSync } from 'node:fs'
import { Client } from '@hubspot/api-client'
import { afterEach } from 'vitest'
import { datedUrl } from '../../../src/hubspot/paths.ts'
import type { AccountData } from '../../../src/sandbox/hubspot/account-data.ts'
import {
  type HubSpotSandbox,
  type SandboxOptions,
  startHubSpotSandbox,
} from '../../../src/sandbox/hubspot/hubspot-sandbox.ts'
import { loadAccount } from '../../../src/sandbox/hubspot/load-account.ts'

const running: HubSpotSandbox[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.stop()))
})

export const noon = Date.parse('2026-11-18T12:00:00Z')

export const unlimited = { tenSecondly: null, searchPerSecond: null, daily: null }

/** A sandbox that ends with the test. By default its clock is at noon and its limits are off. */
export async function aSandbox(options: Partial<SandboxOptions> = {}) {
  const sandbox = await startHubSpotSandbox({
    account: anAccount(),
    clock: () => noon,
    limits: unlimited,
    ...options,
  })
  running.push(sandbox)
  return { sandbox, client: aClient(sandbox), ask: asker(sandbox) }
}

/** HubSpot's client pointed at the sandbox and at dated paths; by itself it requests numbered ones. */
export function aClient(
  { token, url }: HubSpotSandbox,
  options: { numberOfApiCallRetries?: number } = {},
): Client {
  return new Client({ accessToken: token, basePath: url, middleware: [dated], ...options })
}

const dated = {
  pre(request: { getUrl(): string; setUrl(url: string): void }) {
    request.setUrl(datedUrl(request.getUrl()))
    return request
  },
  post: (response: unknown) => response,
}

/** A golden data set or case, in the format of the file. */
export function golden(file: string): AccountData {
  return JSON.parse(readFileSync(new URL(`../../golden/${file}`, import.meta.url), 'utf8')) as AccountData
}

export interface ShownRecord {
  id: string
  properties: Record<string, string | null>
  createdAt: string
  updatedAt: string
  archived: boolean
  archivedAt?: string
  url?: string
  propertiesWithHistory?: Record<string, { value: string; timestamp: string; sourceType: string }[]>
  associations?: Record<string, { results: { id: string; type: string }[]; paging?: object }>
  from?: { id: string }
  to?: { toObjectId: number; associationTypes: object[] }[]
}

/** The fields that answers may have. */
export interface ShownAnswer {
  results: ShownRecord[]
  total: number
  status: string
  message: string
  category: string
  correlationId: string
  policyName?: string
  numErrors?: number
  errors: {
    message: string
    code?: string
    category?: string
    subCategory?: string
    context: Record<string, string[]>
  }[]
  paging?: { next: { after: string; link?: string } }
}

/** An account with one rep and the stages One, Two, Won and Lost, without records. */
export function anAccount() {
  const { objects: _, ...rest } = golden('cases/archived-owner.json')
  return loadAccount({ ...rest, objects: {} })
}

/** Text that is not JSON gives an empty answer. */
function readJson(text: string): ShownAnswer {
  try {
    return JSON.parse(text) as ShownAnswer
  } catch {
    return {} as ShownAnswer
  }
}

function asker(sandbox: HubSpotSandbox) {
  return async function ask(path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(sandbox.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: readJson(text) }
  }
}
