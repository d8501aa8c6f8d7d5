/** A company's proxy: everything that leaves goes through it, but for what NO_PROXY names. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { selfSigned } from '../certificate.ts'
import { ANA, environmentOf, SALES, userId } from '../company.ts'
import { type ConnectProxy, startConnectProxy, startTlsFront, type TlsFront } from '../connect-proxy.ts'
import { type Running, scoreline, startScoreline } from './command.ts'
import { type FilledCompany, filledCompany } from './company-store.ts'

const PASSWORD = 'se@cret'

let world: FilledCompany
let proxy: ConnectProxy
/** Each over TLS on a port of its own, as each of them is a host of its own. */
let fronts: Record<'hubspot' | 'webApi' | 'sockets' | 'responses', TlsFront>
const bots: Running[] = []

beforeAll(async () => {
  const certificate = selfSigned(['api.hubspot.test'])
  const [hubspot, webApi, sockets, responses] = await Promise.all([
    ...[startTlsFront(certificate), startTlsFront(certificate)],
    ...[startTlsFront(certificate), startTlsFront(certificate)],
  ])
  if (!hubspot || !webApi || !sockets || !responses) throw new Error('a front is missing')
  fronts = { hubspot, webApi, sockets, responses }
  const origins = { sockets: sockets.url, responses: responses.url }
  world = await filledCompany({ now: Date.now(), days: 8, origins })
  hubspot.leadTo(Number(new URL(world.company.hubspot.url).port))
  for (const front of [webApi, sockets, responses])
    front.leadTo(Number(new URL(world.company.slack.url).port))
  writeFileSync(join(world.folder.path, 'ca.pem'), certificate.cert)
})
afterAll(async () => {
  await world.end()
  await Promise.all(Object.values(fronts).map((front) => front.stop()))
})
beforeEach(async () => {
  proxy = await startConnectProxy()
})
afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.stop('SIGKILL')))
  await proxy.stop()
})

function environment(env: Record<string, string>) {
  return {
    ...environmentOf(world.company),
    HUBSPOT_API_URL: fronts.hubspot.url,
    SLACK_API_URL: `${fronts.webApi.url}/api/`,
    NODE_EXTRA_CA_CERTS: 'ca.pem',
    ...env,
  }
}

function proxyWithPassword(): string {
  return proxy.url.replace('//', `//anna:${encodeURIComponent(PASSWORD)}@`)
}

/** How many connections the proxy opened to each; another target is named by its address. */
function counts(): Record<string, number> {
  const names = new Map(Object.entries(fronts).map(([name, { target }]) => [target, name]))
  return Object.fromEntries([...proxy.opened].map(([target, count]) => [names.get(target) ?? target, count]))
}

/** A bot that read HubSpot and answered a question. */
async function runBot(env: Record<string, string>): Promise<string> {
  const bot = startScoreline(['start'], { folder: world.folder.path, env: environment(env) })
  bots.push(bot)
  const [, port] = await bot.until(/"port":(\d+),"msg":"Scoreline is running"/)
  const page = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
  await expect.poll(() => page('/readyz'), { timeout: 20_000, interval: 100 }).toBe('ready\n')
  const read = /^scoreline_hubspot_requests_total\{.*status="200"\} [1-9]/m
  await expect.poll(() => page('/metrics'), { timeout: 20_000, interval: 200 }).toMatch(read)
  const line = { userId: userId(ANA), channelId: SALES.id, text: '/sales calls this week' }
  const answer = await (await world.company.slack.typeCommand(line)).reply()
  expect(JSON.stringify(answer.blocks)).toContain('Calls')
  const { code, stdout, stderr } = await bot.stop('SIGTERM')
  expect(code).toBe(0)
  return stdout + stderr
}

async function doctor(env: Record<string, string>) {
  const { code, stdout, stderr } = await scoreline(['doctor', '--json'], {
    folder: world.folder.path,
    env: environment(env),
  })
  const found: { check: string; state: string; text: string; remedy: string | null }[] = JSON.parse(stdout)
  const about = (check: string) => found.filter((finding) => finding.check === check)
  return { code, found, about, said: stdout + stderr }
}

describe('the bot', { timeout: 90_000 }, () => {
  test('reaches HubSpot and all of Slack through the proxy, with its password, which it never reveals', async () => {
    const said = await runBot({ HTTPS_PROXY: proxyWithPassword(), LOG_LEVEL: 'trace' })

    expect(counts()).toEqual({
      hubspot: expect.any(Number),
      webApi: expect.any(Number),
      sockets: 1,
      responses: 1,
    })
    expect([...proxy.credentials]).toEqual([`anna:${PASSWORD}`])
    expect(said).not.toContain(PASSWORD)
    expect(said).not.toContain(encodeURIComponent(PASSWORD))
  })

  test.each(['https_proxy', 'HTTP_PROXY', 'http_proxy'])('takes the proxy from %s as well', async (name) => {
    await runBot({ [name]: proxy.url })

    expect(Object.keys(counts()).sort()).toEqual(['hubspot', 'responses', 'sockets', 'webApi'])
  })

  test.each(['NO_PROXY', 'no_proxy'])('goes round the proxy to what %s names', async (name) => {
    await runBot({ HTTPS_PROXY: proxy.url, [name]: 'intranet.example,127.0.0.1' })

    expect(counts()).toEqual({})
  })

  test('does not tell the password to its log when the proxy refuses it', async () => {
    proxy.accepts = 'anna:another'
    const bot = startScoreline(['start'], {
      folder: world.folder.path,
      env: environment({ HTTPS_PROXY: proxyWithPassword(), LOG_LEVEL: 'trace' }),
    })
    bots.push(bot)
    await Promise.all([bot.until(/"HubSpot call failed"/), bot.until(/"could not connect to Slack"/)])
    const { stdout, stderr } = await bot.stop('SIGTERM')

    expect(counts()).toEqual({})
    expect(stdout + stderr).not.toContain(PASSWORD)
    expect(stdout + stderr).not.toContain(encodeURIComponent(PASSWORD))
  })

  test('connects to Slack again through the proxy when its socket is lost', async () => {
    const { slack } = world.company
    const bot = startScoreline(['start'], {
      folder: world.folder.path,
      env: environment({ HTTPS_PROXY: proxy.url }),
    })
    bots.push(bot)
    await bot.until(/"connected to Slack"/)
    slack.sockets.drop()
    await expect.poll(() => counts()['sockets'], { timeout: 20_000 }).toBe(2)
    await bot.until(/"connected to Slack"[\s\S]*"connected to Slack"/)
  })
})

describe('doctor', { timeout: 60_000 }, () => {
  test('names the proxy without its password, and asks HubSpot and Slack through it', async () => {
    const { about, said } = await doctor({ HTTPS_PROXY: proxyWithPassword(), NO_PROXY: 'localhost' })

    expect(about('proxy')).toEqual([
      {
        check: 'proxy',
        state: 'ok',
        text: `requests go through ${proxy.url}, except to localhost`,
        remedy: null,
      },
    ])
    expect(about('HubSpot token')[0]?.state).toBe('ok')
    expect(about('Slack token')[0]?.state).toBe('ok')
    expect(about('Slack app token')[0]?.state).toBe('ok')
    expect(Object.keys(counts()).sort()).toEqual(['hubspot', 'webApi'])
    expect(said).not.toContain(encodeURIComponent(PASSWORD))
  })

  test('reads everything of HubSpot through the proxy: it could be reached in no other way', async () => {
    proxy.hidden.set('api.hubspot.test', Number(new URL(fronts.hubspot.url).port))
    const env = { HTTPS_PROXY: proxy.url, HUBSPOT_API_URL: 'https://api.hubspot.test' }
    const { found, about } = await doctor(env)
    const synced = await scoreline(['sync', '--full'], { folder: world.folder.path, env: environment(env) })

    expect(about('HubSpot token')[0]?.state).toBe('ok')
    expect(found.filter(({ text }) => /ENOTFOUND|no usable answer/.test(text))).toEqual([])
    expect([synced.code, synced.stdout]).toEqual([0, expect.not.stringContaining('no usable answer')])
  })

  test('says nothing of a proxy where there is none', async () => {
    const { about } = await doctor({})

    expect(about('proxy')).toEqual([])
    expect(about('HubSpot token')[0]?.state).toBe('ok')
    expect(counts()).toEqual({})
  })

  test.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])(
    'reports a proxy that cannot be reached, and names the variable %s that gives it',
    async (name) => {
      const gone = await startConnectProxy()
      await gone.stop()
      const { code, about } = await doctor({ [name]: gone.url })

      expect(code).toBe(1)
      expect(about('proxy')).toEqual([
        {
          check: 'proxy',
          state: 'fix',
          text: `${gone.url} cannot be reached (ECONNREFUSED)`,
          remedy: `Correct ${name}, or remove it if this machine needs no proxy.`,
        },
      ])
    },
  )

  test('does not tell the password of a proxy that refuses it', async () => {
    proxy.accepts = 'anna:another'
    const { code, about, said } = await doctor({ HTTPS_PROXY: proxyWithPassword() })

    expect(code).toBe(1)
    expect(about('HubSpot')[0]?.text).toMatch(/gave no usable answer/)
    expect(about('Slack')[0]?.state).toBe('fix')
    expect(said).not.toContain(PASSWORD)
    expect(said).not.toContain(encodeURIComponent(PASSWORD))
  })

  test('complains once, in one sentence, of an address that is wrong', async () => {
    const { code, found } = await doctor({ HTTPS_PROXY: `proxy:${PASSWORD}` })
    const complaints = found.filter(({ text }) => text.includes('PROXY'))

    expect(code).toBe(1)
    expect(complaints.map(({ check, state, text }) => [check, state, text])).toEqual([
      [
        'configuration',
        'fix',
        'HTTPS_PROXY is not the http or https address of a proxy; write one such as http://proxy.example.com:8080, or leave it out',
      ],
    ])
  })
})
