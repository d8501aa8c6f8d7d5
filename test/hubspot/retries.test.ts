import { describe, expect, test } from 'vitest'
import { GarbledAnswer } from '../../src/hubspot/errors.ts'
import { createBudget } from '../../src/hubspot/pacing.ts'
import { RETRY_LIMITS } from '../../src/hubspot/retry.ts'
import { createTransport, type SentRequest } from '../../src/hubspot/transport.ts'
import type { Fault } from '../../src/sandbox/hubspot/faults.ts'
import { anAccount, aServer, aWideBudget, aWorld, errorOf, noon, patience, sendJson } from './worlds.ts'

const hour = 3_600_000
const lastHour = { from: noon - hour, to: noon }

function anAccountWithCall() {
  const account = anAccount()
  account.create('calls', {}, { atMs: noon - 1 })
  return account
}

describe('a fault that passes', () => {
  const passing: [string, Fault][] = [
    ['500', { kind: 'status', status: 500 }],
    ['502 as a page of HTML', { kind: 'html', status: 502 }],
    ['504 without a body', { kind: 'empty', status: 504 }],
    ['500 with HTML labelled as JSON', { kind: 'status', status: 500, body: '<html>' }],
    ['521 from the CDN', { kind: 'html', status: 521 }],
    ['423 locked', { kind: 'status', status: 423 }],
    ['408 timeout', { kind: 'status', status: 408 }],
    ['477 migrating', { kind: 'status', status: 477 }],
    ['477 migrating, with Retry-After', { kind: 'status', status: 477, retryAfter: 0.02 }],
    ['503 as a page of HTML', { kind: 'html', status: 503 }],
    ['520 without a body', { kind: 'empty', status: 520 }],
    ['530 from the CDN', { kind: 'html', status: 530 }],
    ['503 with Retry-After', { kind: 'status', status: 503, retryAfter: 0.02 }],
    ['200 as a page of HTML', { kind: 'html', status: 200 }],
    ['200 without a body', { kind: 'empty', status: 200 }],
    ['a connection cut before the answer', { kind: 'reset' }],
    ['a connection cut in the middle of the answer', { kind: 'cut' }],
    ['half of the JSON', { kind: 'truncated' }],
    ['429 of the 10-second limit', { kind: 'ten-secondly' }],
    ['429 of the per-second limit', { kind: 'secondly' }],
    ['429 of the per-second limit, with Retry-After', { kind: 'secondly', retryAfter: 0.02 }],
    ['429 without a body', { kind: 'empty', status: 429 }],
    ['429 as a page of HTML', { kind: 'html', status: 429 }],
    ['no answer at all', { kind: 'hang' }],
  ]

  test.each(passing)('%s: list and search try again', async (_, fault) => {
    const { source, sandbox } = await aWorld({ account: anAccountWithCall() }, { timeoutMs: 250 })

    sandbox.faults.next({ ...fault, times: 2 })
    expect((await source.listPage('calls', null)).facts).toHaveLength(1)
    sandbox.faults.next({ ...fault, times: 2 })
    expect((await source.changedPage('calls', lastHour, null)).facts).toHaveLength(1)
    sandbox.faults.next(fault)
    expect((await source.account()).portalId).toBe('1')

    const byKind = { ...sandbox.requests.byKind }
    expect(byKind).toEqual(fault.kind === 'hang' ? byKind : { list: 3, search: 3, account: 2 })
  })

  test('an answer that is slow but in time is taken', async () => {
    const { source, sandbox } = await aWorld({ account: anAccountWithCall() }, { timeoutMs: 2_000 })
    sandbox.faults.next({ kind: 'slow', delayMs: 300 })

    expect((await source.listPage('calls', null)).facts).toHaveLength(1)
    expect(sandbox.requests.total).toBe(1)
  })

  test('JSON of another shape is tried again', async () => {
    const answers = [
      null,
      {},
      { results: 5 },
      { results: [], paging: { next: { after: 5 } } },
      { results: [] },
    ]
    const source = await aServer((_, response) => sendJson(response, answers.shift()))

    expect((await source.listPage('calls', null)).facts).toEqual([])
    expect(answers).toEqual([])
  })

  test('an answer without a Date header is tried again: no cursor can be made from it', async () => {
    let count = 0
    const source = await aServer((_, response) => {
      count += 1
      response.sendDate = count > 1
      sendJson(response, { results: [] })
    })

    await source.listPage('calls', null)

    expect(count).toBe(2)
  })

  test('each attempt is counted with its status', async () => {
    const { source, sandbox, sent } = await aWorld({ account: anAccountWithCall() })
    sandbox.faults.next({ kind: 'status', status: 500 })
    sandbox.faults.next({ kind: 'reset' })

    await source.changedPage('calls', lastHour, null)

    expect(sent.map(({ kind, type, status }) => [kind, type, status])).toEqual([
      ['search', 'calls', 500],
      ['search', 'calls', null],
      ['search', 'calls', 200],
    ])
    expect(sent.every(({ ms }) => ms > 0)).toBe(true)
  })

  test('nothing is lost in an hour in which one call in five fails', async () => {
    const account = anAccount()
    for (let index = 0; index < 950; index += 1) account.create('calls', {}, { atMs: noon - 1 })
    const { source, sandbox } = await aWorld({ account }, { retry: { ...patience, tenSecondsMs: 5 } })
    const kinds: Fault[] = [
      { kind: 'ten-secondly' },
      { kind: 'status', status: 500 },
      { kind: 'html', status: 502 },
      { kind: 'empty', status: 504 },
      { kind: 'reset' },
      { kind: 'cut' },
      { kind: 'truncated' },
    ]
    sandbox.faults.mix({ share: 0.2, seed: 7, kinds })
    const found = new Set<string>()
    for (let round = 0; round < 5; round += 1) {
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof source.listPage>> = await source.listPage('calls', cursor)
        for (const fact of page.facts) found.add(fact.id)
        cursor = page.next
      } while (cursor !== null)
    }

    expect(found.size).toBe(950)
    expect(sandbox.requests.total).toBeGreaterThan(50)
  })
})

describe('a bug in our code', () => {
  function aTransport() {
    const sent: SentRequest[] = []
    const transport = createTransport({
      budget: aWideBudget(),
      clock: { now: () => noon },
      log: { debug() {} },
      timeoutMs: 1_000,
      limits: { ...RETRY_LIMITS, ...patience },
      nextMidnight: () => noon,
      onRequest: (request) => sent.push(request),
    })
    return { transport, sent }
  }

  const call = { kind: 'general', what: 'calls' } as const

  test('in asking is thrown at once', async () => {
    const { transport } = aTransport()
    let asked = 0
    const ask = () => {
      asked += 1
      throw new TypeError('x is not a function')
    }

    await expect(transport.call(call, ask, () => 1)).rejects.toThrow(TypeError)
    expect(asked).toBe(1)
  })

  test('in reading the answer is thrown at once, but a garbled answer is asked for again', async () => {
    const { transport, sent } = aTransport()
    const buggy = () => {
      throw new TypeError('x is undefined')
    }
    await expect(transport.call(call, async () => 1, buggy)).rejects.toThrow(TypeError)
    expect(sent).toHaveLength(1)

    let read = 0
    const answer = await transport.call(
      call,
      async () => 'answer',
      (text) => {
        read += 1
        if (read < 3) throw new GarbledAnswer('no page')
        return text
      },
    )
    expect([answer, read]).toEqual(['answer', 3])
  })

  test('is distinguished from what the client rejects with, whatever its class', async () => {
    const { transport, sent } = aTransport()
    const faults = [new TypeError('fetch failed'), new Error('The mediaType text/html is not supported')]
    const ask = async () => {
      const fault = faults.shift()
      if (fault) throw fault
      return 'answer'
    }

    expect(await transport.call(call, ask, (text) => text)).toBe('answer')
    expect(sent.map(({ status }) => status)).toEqual([null, null, 200])
  })
})

describe('a rate limit', () => {
  test('that another app uses up for a while is waited out', async () => {
    const { source, sandbox } = await aWorld({}, { retry: { ...patience, secondMs: 2, tenSecondsMs: 3 } })
    sandbox.faults.next({ kind: 'secondly', times: 20 })
    sandbox.faults.next({ kind: 'status', status: 500 })
    sandbox.faults.next({ kind: 'ten-secondly', times: 5 })

    expect((await source.changedPage('calls', lastHour, null)).facts).toEqual([])
    expect(sandbox.requests.total).toBe(27)
  })

  test('that never ends is given up', async () => {
    const { source, sandbox } = await aWorld({}, { retry: { ...patience, secondMs: 1, limitedTries: 5 } })
    sandbox.faults.next({ kind: 'secondly', times: 99 })

    const error = await errorOf(source.changedPage('calls', lastHour, null))

    expect(error).toMatchObject({ fault: 'unreachable', status: 429 })
    expect(sandbox.requests.total).toBe(5)
  })

  test('of the day also stops the calls that wait for their turn', async () => {
    const budget = createBudget({ general: { max: 20, intervalMs: 1_000 } })
    const { source, sandbox } = await aWorld({}, { budget })
    sandbox.faults.next({ kind: 'daily' })

    const errors = await Promise.all(
      Array.from({ length: 12 }, () => errorOf(source.listPage('calls', null))),
    )

    expect(errors.map(({ fault }) => fault)).toEqual(Array(12).fill('dailyLimit'))
    expect(sandbox.requests.total).toBe(1)
  })

  test('without Retry-After makes every call of the kind wait for the limit’s window', async () => {
    const { source, sandbox } = await aWorld({}, { retry: { ...patience, tenSecondsMs: 300 } })
    sandbox.faults.next({ kind: 'ten-secondly' })

    const startedAt = performance.now()
    const limited = source.listPage('calls', null)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await source.listPage('notes', null)
    const otherMs = performance.now() - startedAt
    await limited

    expect(otherMs).toBeGreaterThan(295)
    expect(performance.now() - startedAt).toBeGreaterThan(295)
  })

  test('with Retry-After is waited for just as long', async () => {
    const { source, sandbox } = await aWorld({}, { retry: { ...patience, tenSecondsMs: 5_000 } })
    sandbox.faults.next({ kind: 'ten-secondly', retryAfter: 0.2 })

    const startedAt = performance.now()
    await source.listPage('calls', null)

    const waitedMs = performance.now() - startedAt
    expect(waitedMs).toBeGreaterThan(195)
    expect(waitedMs).toBeLessThan(2_000)
  })

  test('on searches does not hold up the rest', async () => {
    const { source, sandbox } = await aWorld({}, { retry: { ...patience, secondMs: 600 } })
    sandbox.faults.next({ kind: 'secondly', match: { kind: 'search' } })

    const startedAt = performance.now()
    const answered: string[] = []
    const search = source.changedPage('calls', lastHour, null).then(() => answered.push('search'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    await Promise.all([search, source.listPage('calls', null).then(() => answered.push('list'))])

    expect(answered).toEqual(['list', 'search'])
    expect(performance.now() - startedAt).toBeGreaterThan(595)
  })

  test("of the day ends reading until the account's midnight, without another call", async () => {
    let now = noon
    const { source, sandbox } = await aWorld({}, { clock: { now: () => now } })
    await source.account()
    sandbox.faults.next({ kind: 'daily' })

    const error = await errorOf(source.listPage('calls', null))
    const second = await errorOf(source.owners())

    const midnight = Date.parse('2026-11-19T05:00:00Z')
    expect(error).toMatchObject({ fault: 'dailyLimit', status: 429, until: midnight, what: 'calls' })
    expect(error.message).toContain('2026-11-19T05:00:00.000Z')
    expect(second).toMatchObject({ fault: 'dailyLimit', until: midnight, what: 'owners' })
    expect(sandbox.requests.total).toBe(2)
    now = midnight
    expect((await source.listPage('calls', null)).facts).toEqual([])
  })

  test('of the day ends at midnight in the zone that was known before', async () => {
    const { source, sandbox } = await aWorld({}, { zone: 'Asia/Kolkata' })
    sandbox.faults.next({ kind: 'daily' })

    const error = await errorOf(source.account())

    expect(error.until).toBe(Date.parse('2026-11-18T18:30:00Z'))
  })
})

describe('a fault that does not pass', () => {
  test('a refused token is reported at once', async () => {
    const { source, sandbox } = await aWorld({}, { token: 'pat-wrong' })

    const error = await errorOf(source.account())

    expect(error).toMatchObject({ fault: 'unauthorized', status: 401 })
    expect(error.message).toMatch(
      /^HUBSPOT_ACCESS_TOKEN was refused \(401\)\. Create a service key with crm\./,
    )
    expect(error.message).not.toContain('pat-wrong')
    expect(sandbox.requests.total).toBe(1)
  })

  test('a missing scope is reported for its type, and the rest goes on', async () => {
    const { source, sandbox } = await aWorld({ account: anAccountWithCall() })
    sandbox.faults.denyType('emails')

    const error = await errorOf(source.listPage('emails', null))
    const searched = await errorOf(source.changedPage('emails', lastHour, null))
    const calls = await source.listPage('calls', null)

    expect(error).toMatchObject({ fault: 'forbidden', status: 403, what: 'emails' })
    expect(error.message).toContain('sales-email-read')
    expect(searched).toMatchObject({ fault: 'forbidden' })
    expect(calls.facts).toHaveLength(1)
    expect(sandbox.requests.total).toBe(3)
  })

  test('a 403 that names no scope still says what to do', async () => {
    const { source, sandbox } = await aWorld()
    sandbox.faults.next({ kind: 'html', status: 403 })

    const error = await errorOf(source.owners())

    expect(error.message).toContain('owners')
    expect(error.message).toContain('plan')
  })

  test.each([400, 404, 414, 307])('%d is refused at once', async (status) => {
    const { source, sandbox } = await aWorld()
    sandbox.faults.next({ kind: 'status', status, body: { message: 'There was a problem with the request' } })

    const error = await errorOf(source.listPage('calls', null))

    expect(error).toMatchObject({ fault: 'refused', status, what: 'calls' })
    expect(error.message).toContain('There was a problem with the request')
    expect(sandbox.requests.total).toBe(1)
  })

  test('an outage is given up after the allowed number of tries', async () => {
    const { source, sandbox } = await aWorld({}, { retry: { ...patience, tries: 4 } })
    sandbox.faults.next({ kind: 'html', status: 503, times: 99 })

    const error = await errorOf(source.listPage('calls', null))

    expect(error).toMatchObject({ fault: 'unreachable', status: 503, what: 'calls' })
    expect(error.message).toContain('4 tries')
    expect(sandbox.requests.total).toBe(4)
  })

  test('a refused connection is reported as unreachable', async () => {
    const { source, sandbox } = await aWorld({}, { retry: { ...patience, tries: 2 } })
    await sandbox.stop()

    const list = await errorOf(source.listPage('calls', null))
    const account = await errorOf(source.account())

    expect(list).toMatchObject({ fault: 'unreachable', status: null })
    expect(list.message).toContain('ECONNREFUSED')
    expect(account.message).toContain('ECONNREFUSED')
  })

  test('an answer that never comes is abandoned after the timeout', async () => {
    const source = await aServer(() => {}, { timeoutMs: 100, retry: { ...patience, tries: 2 } })

    const startedAt = performance.now()
    const list = await errorOf(source.listPage('calls', null))
    const account = await errorOf(source.account())

    expect(list).toMatchObject({ fault: 'unreachable', status: null })
    expect(account.message).toContain('no answer within 0.1 s')
    expect(performance.now() - startedAt).toBeLessThan(3_000)
  })

  test('an answer that never comes does not keep its connection', async () => {
    let closed = 0
    const source = await aServer(
      (request) => {
        request.socket.on('close', () => {
          closed += 1
        })
      },
      { timeoutMs: 100, retry: { ...patience, tries: 1 } },
    )

    await errorOf(source.listPage('calls', null))
    await new Promise((resolve) => setTimeout(resolve, 150))

    expect(closed).toBe(1)
  })

  test('an answer that only trickles in is abandoned after the timeout too', async () => {
    const source = await aServer(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        const timer = setInterval(() => response.write(' '), 20)
        response.on('close', () => clearInterval(timer))
      },
      { timeoutMs: 150, retry: { ...patience, tries: 1 } },
    )

    expect((await errorOf(source.listPage('calls', null))).message).toContain('no answer within 0.15 s')
  })

  test('a Retry-After of a day is reported instead of waited for', async () => {
    const { source, sandbox } = await aWorld()
    sandbox.faults.next({ kind: 'status', status: 477, retryAfter: 86_400 })

    const error = await errorOf(source.listPage('calls', null))

    expect(error).toMatchObject({ fault: 'unreachable', status: 477, until: noon + 86_400_000 })
    expect(sandbox.requests.total).toBe(1)
  })
})
