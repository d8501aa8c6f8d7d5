/**
 * The load generator, and the Slack that the bot under load calls: people type commands, replies come to response_urls.
 */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Pool } from 'undici'
import { quantile } from '../arithmetic.ts'
import { CapacityOrder, FireOrder, LoadOrder, type Person } from './orders.ts'
import { cpuMs, serve } from './serve.ts'

const SECRET = 'bench-signing-secret'
const TEAM = 'T0BENCH'
const CONNECTIONS = 64
/** How long to wait for a reply: longer than any answer that still counts. */
const PATIENCE_MS = 10_000

let people: readonly Person[] = []
let url = ''
let lastId = 0
let sample = ''
const awaited = new Map<string, () => void>()

serve({
  async start(input) {
    people = LoadOrder.parse(input).people
    const server = createServer((request, response) => void answerRequest(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    return { apiUrl: `${url}/api/`, signingSecret: SECRET }
  },
  /** Everybody types one line after another. Returns how many are answered per second. */
  async capacity(input) {
    const { port, words, forMs, concurrency } = CapacityOrder.parse(input)
    const pool = new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS })
    const began = performance.now()
    let count = 0
    const typeOn = async () => {
      while (performance.now() - began < forMs) {
        await typeLine(pool, words).replied
        count += 1
      }
    }
    await Promise.all(Array.from({ length: concurrency }, typeOn))
    await pool.close()
    return { perSecond: (1000 * count) / (performance.now() - began), sample }
  },
  /** Lines are typed at a fixed rate, whether or not earlier ones were answered. */
  async fire(input) {
    const { port, words, perSecond, forMs } = FireOrder.parse(input)
    const pool = new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS })
    const cpu = cpuMs()
    const ackMs: number[] = []
    const replies: Promise<void>[] = []
    const began = performance.now()
    for (let passedMs = 0; passedMs < forMs; passedMs = performance.now() - began) {
      while (replies.length < (passedMs * perSecond) / 1000) {
        const { acked, replied } = typeLine(pool, words)
        replies.push(replied)
        acked.then((ms) => ackMs.push(ms))
      }
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await Promise.all(replies)
    const wallMs = performance.now() - began
    await pool.close()
    return {
      count: replies.length,
      ackP50Ms: quantile(ackMs, 0.5),
      ackP99Ms: quantile(ackMs, 0.99),
      loadShare: (cpuMs() - cpu) / wallMs,
    }
  },
})

/** The next person types a line. `acked` resolves to the time until the ack. */
function typeLine(pool: Pool, words: string): { acked: Promise<number>; replied: Promise<void> } {
  const id = String(++lastId)
  const { userId } = people[lastId % people.length] ?? { userId: 'U0' }
  const body = new URLSearchParams({
    ...{ command: '/sales', text: words, team_id: TEAM, user_id: userId, user_name: userId },
    ...{ channel_id: 'C1', channel_name: 'sales', api_app_id: 'A1', trigger_id: `${Date.now()}.${id}` },
    ...{ response_url: `${url}/respond/${id}`, is_enterprise_install: 'false' },
  }).toString()
  const seconds = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', SECRET).update(`v0:${seconds}:${body}`).digest('hex')
  const replied = untilReplied(id)
  const began = performance.now()
  const acked = pool
    .request({
      method: 'POST',
      path: '/slack/events',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': seconds,
        'x-slack-signature': `v0=${signature}`,
      },
    })
    .then(async (answer) => {
      await answer.body.dump()
      if (answer.statusCode !== 200) throw new Error(`a command was answered with ${answer.statusCode}`)
      return performance.now() - began
    })
  return { acked, replied: Promise.all([acked, replied]).then(() => undefined) }
}

function untilReplied(id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a command had no reply in time')), PATIENCE_MS)
    awaited.set(id, () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

async function answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, place = '', what = ''] = (request.url ?? '').split('/')
  let body = ''
  for await (const chunk of request) body += chunk
  if (place === 'respond') {
    sample = body
    response.end('ok')
    awaited.get(what)?.()
    awaited.delete(what)
    return
  }
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(methodAnswer(what, new URLSearchParams(body))))
}

function methodAnswer(method: string, call: URLSearchParams): object {
  if (method === 'auth.test') {
    return { ok: true, team_id: TEAM, team: 'Bench', user_id: 'U0BOT', bot_id: 'B0BOT' }
  }
  const person = people.find(({ userId }) => userId === call.get('user'))
  if (method !== 'users.info' || !person) return { ok: false, error: 'user_not_found' }
  const { userId, email } = person
  return { ok: true, user: { id: userId, team_id: TEAM, locale: 'en-US', profile: { email } } }
}
