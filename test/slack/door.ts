import type { Answer } from '../../src/domain/answer/answer.ts'
import { oauthScopesFor } from '../../src/hubspot/oauth-scopes.ts'
import {
  type SlackSandbox,
  type SlackSandboxOptions,
  startSlackSandbox,
} from '../../src/sandbox/slack/slack-sandbox.ts'
import type { Route } from '../../src/slack/doors/door.ts'
import type { AnswerRequest } from '../../src/slack/listeners/ask.ts'
import { createSlack, type SlackConfig, type SlackDoor, type SlackPorts } from '../../src/slack/slack.ts'
import type { FakeClock } from '../deliveries/fakes.ts'

/** A sandbox workspace with the bot connected to it. */
export interface World {
  sandbox: SlackSandbox
  door: SlackDoor
  /** The questions asked, in order. */
  asked: AnswerRequest[]
  logged: { level: string; fields: object; message: string }[]
  fatal: Error[]
  /** Sets the answer to the next questions. */
  answerWith(answer: (request: AnswerRequest) => Promise<Answer> | Answer): void
  now(ms: number): void
  stop(): Promise<void>
}

export interface WorldOptions {
  mode?: 'socket' | 'http'
  config?: Partial<SlackConfig>
  sandbox?: Partial<SlackSandboxOptions>
  isStarted?: boolean
  /** Real time if left out; `now` shifts that. */
  clock?: FakeClock
  isShared?: boolean
}

export const people = {
  ana: { id: 'U1', name: 'ana', realName: 'Ana Sørensen', email: 'ana@nordlys.test' },
  bo: { id: 'U2', name: 'bo', realName: 'Bo Ek', email: 'bo@nordlys.test' },
  guest: { id: 'U3', name: 'guest', realName: 'Gast', isRestricted: true },
  stranger: { id: 'U4', name: 'stranger', realName: 'Else', teamId: 'T0OTHER0001' },
  bot: { id: 'U5', name: 'robot', realName: 'Robot', isBot: true },
  gone: { id: 'U6', name: 'gone', realName: 'Gone', isDeleted: true },
}

const channels = [
  { id: 'C1', name: 'sales' },
  { id: 'C2', name: 'secret', isPrivate: true, members: ['U1'] },
  { id: 'C3', name: 'old', isArchived: true },
  { id: 'C4', name: 'partners', isExtShared: true },
  { id: 'C5', name: 'elsewhere', members: ['U1'] },
]

export const help: Answer = {
  body: { kind: 'help', unknown: [], lines: [], greeting: null, hasOwnNumbers: true, ownTeam: null },
  readAs: [],
  basis: null,
  named: [],
}

export const routes: Route[] = [
  { path: '/healthz', method: 'GET', handler: (_request, response) => response.end('well') },
]

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { clock } = options
  const sandbox = await startSlackSandbox({
    users: Object.values(people),
    channels,
    page: false,
    eventRetryDelaysMs: [],
    ...(clock && { clock: clock.now }),
    ...options.sandbox,
  })
  let answer: (request: AnswerRequest) => Promise<Answer> | Answer = () => help
  let shift = 0
  const asked: AnswerRequest[] = []
  const logged: World['logged'] = []
  const fatal: Error[] = []
  const write = (level: string) => (fields: object, message: string) => {
    logged.push({ level, fields, message })
  }
  const ports: SlackPorts = {
    config: {
      botToken: sandbox.botToken,
      mode:
        options.mode === 'http'
          ? { kind: 'http', signingSecret: sandbox.signingSecret }
          : { kind: 'socket', appToken: sandbox.appToken },
      apiUrl: sandbox.apiUrl,
      host: '127.0.0.1',
      port: 0,
      firstRetryMs: 50,
      ...options.config,
    },
    oauthScopesFor,
    routes,
    answer: async (request) => {
      asked.push(request)
      return answer(request)
    },
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
    clock: clock ?? { now: () => Date.now() + shift },
    ...(clock && { wait: (ms: number) => quiet(sandbox).then(() => clock.wait(ms)) }),
    isShared: options.isShared ?? false,
    onFatal: (error) => fatal.push(error),
  }
  const door = createSlack(ports)
  if (options.isStarted !== false) {
    await door.start()
    if (options.mode === 'http') sandbox.link.httpTarget = `http://127.0.0.1:${door.port()}/slack/events`
  }
  return {
    sandbox,
    door,
    asked,
    logged,
    fatal,
    answerWith: (next) => {
      answer = next
    },
    now: (ms) => {
      shift = ms
    },
    async stop() {
      await door.stop()
      await sandbox.stop()
    },
  }
}

/** Resolves once calls stop arriving: the clock must not move while some are on their way. */
async function quiet({ calls }: SlackSandbox): Promise<void> {
  for (let before = -1; before !== calls.all.length; ) {
    before = calls.all.length
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** Polls until the condition holds. */
export async function until(condition: () => boolean, timeoutMs = 5_000): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!condition()) {
    if (Date.now() > end) throw new Error('the condition did not hold in time')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
