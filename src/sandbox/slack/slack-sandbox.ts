/** A pretend Slack workspace over real HTTP and WebSocket: turns what the app does into what people see. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AppLink, createAppLink } from './app-link.ts'
import { type Calls, createCalls } from './calls.ts'
import { type Changes, createChanges } from './changes.ts'
import { type Click, click } from './clicks.ts'
import type { Sent } from './delivery.ts'
import { createFaults, type Faults } from './faults.ts'
import { type AppAnswer, sendSigned } from './http-mode.ts'
import { createIds } from './ids.ts'
import type { JsonObject } from './json.ts'
import { readManifest } from './manifest.ts'
import { type Written, write } from './messages.ts'
import { type Closing, closeView, type Submission, submitView } from './modals.ts'
import type { SandboxMessage } from './model.ts'
import { createPageServer, type PageServer } from './page-server.ts'
import { eventPayload } from './payloads.ts'
import { type ActPorts, openHome, say, type TypedLine, typeCommand } from './people.ts'
import { createRateLimits, type RateLimits } from './rate-limits.ts'
import { createResponseUrls } from './response-urls.ts'
import { createRouter } from './router.ts'
import type { Run } from './run.ts'
import type { RawRequest, SlackSandboxOptions } from './sandbox-options.ts'
import { type ShortcutUse, useShortcut } from './shortcuts.ts'
import { createSocketMode, type SocketMode } from './socket-mode.ts'
import { createTriggers } from './triggers.ts'
import { createWebApi } from './web-api.ts'
import { createWorkspace, type Workspace } from './workspace.ts'
import { type World, waitUntil } from './world.ts'

export interface SlackSandbox extends Changes {
  url: string
  /** The value for the client's slackApiUrl. */
  apiUrl: string
  botToken: string
  appToken: string
  signingSecret: string
  teamId: string
  workspace: Workspace
  calls: Calls
  faults: Faults
  rateLimits: RateLimits
  sockets: SocketMode
  /** Set its httpTarget to switch to HTTP mode once the app's port is known. */
  link: AppLink
  typeCommand(line: TypedLine): Promise<Run>
  /** A message that the app hears nothing of. */
  say(line: TypedLine): SandboxMessage
  /** A message, with the events that the app receives about it; `dm` is the person's direct message with the app. */
  write(line: TypedLine): Promise<Written>
  click(act: Click): Promise<Run>
  submitView(submission: Submission): Promise<Run>
  closeView(closing: Closing): Promise<Run | undefined>
  openHome(userId: string): Promise<Sent>
  shortcut(use: ShortcutUse): Promise<Run>
  sendEvent(event: JsonObject): Promise<Sent>
  /** Sends a request to the app's HTTP target, correctly signed unless the request says otherwise. */
  sendRaw(request: RawRequest): Promise<AppAnswer>
  /** Waits until `look` finds something in the workspace. Rejects after timeoutMs (5000). */
  waitFor<T>(look: (workspace: Workspace) => T | undefined, timeoutMs?: number): Promise<T>
  stop(): Promise<void>
}

export type { RawRequest, SlackSandboxOptions }

const botToken = 'xoxb-sandbox-bot-token'
const appToken = 'xapp-sandbox-app-token'
const signingSecret = 'sandbox-signing-secret'

function createWorld(options: SlackSandboxOptions, baseUrl: string): World {
  const { clock = Date.now } = options
  const listeners = new Set<() => void>()
  const ids = createIds(clock)
  return {
    workspace: createWorkspace(options),
    ids,
    clock,
    triggers: createTriggers(ids, clock),
    responseUrls: createResponseUrls({ ids, clock, baseUrl }),
    changed() {
      for (const listener of listeners) listener()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

interface Parts {
  world: World
  calls: Calls
  faults: Faults
  rateLimits: RateLimits
  sockets: SocketMode
  act: ActPorts
  changes: Changes
  page: PageServer | undefined
}

function createServices(options: SlackSandboxOptions, url: string): Parts {
  const { sockets: socketsUrl, responses } = options.origins ?? { sockets: url, responses: url }
  const world = createWorld(options, responses)
  const sockets = createSocketMode({ world, baseUrl: socketsUrl, pingEveryMs: options.pingEveryMs ?? 3000 })
  const link = createAppLink({
    world,
    sockets,
    signingSecret,
    httpTarget: options.httpTarget,
    ackTimeoutMs: options.ackTimeoutMs ?? 3000,
    eventRetryDelaysMs: options.eventRetryDelaysMs ?? [500, 60_000, 300_000],
  })
  const { commands, shortcuts, events } = readManifest(options)
  const act = { world, link, commands, subscribed: events }
  const page = options.page === false ? undefined : createPageServer({ act, shortcuts })
  const rateLimits = createRateLimits(world.clock)
  const changes = createChanges({ world, link, subscribed: events })
  return { world, calls: createCalls(), faults: createFaults(), rateLimits, sockets, act, changes, page }
}

function answerRequests(server: Server, parts: Parts): void {
  const { faults, sockets } = parts
  const webApi = createWebApi({ ...parts, tokens: { bot: botToken, app: appToken } })
  server.on('request', createRouter({ ...parts, webApi }))
  server.on('upgrade', (request, socket, head) => {
    if (faults.isDown) socket.destroy()
    else sockets.upgrade(request, socket, head)
  })
}

/** Starts the workspace on 127.0.0.1; the real Bolt and WebClient talk to it as if it were Slack. */
export async function startSlackSandbox(options: SlackSandboxOptions): Promise<SlackSandbox> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${portOf(server.address())}`
  const parts = createServices(options, url)
  const { world, calls, faults, rateLimits, sockets, act, page } = parts
  const { link } = act
  const { workspace } = world
  answerRequests(server, parts)

  return {
    ...{ url, apiUrl: `${url}/api/`, botToken, appToken, signingSecret, teamId: workspace.team.id },
    ...{ workspace, calls, faults, rateLimits, sockets, link },
    ...parts.changes,
    typeCommand: (line) => typeCommand(act, line),
    say: (line) => say(world, line),
    write: (line) => write(act, line),
    click: (one) => click(act, one),
    submitView: (submission) => submitView(act, submission),
    closeView: (closing) => closeView(act, closing),
    openHome: (userId) => openHome(act, userId),
    shortcut: (use) => useShortcut(act, use),
    sendEvent: (event) => link.deliverEvent(eventPayload(world, event)),
    sendRaw: (request) => sendRaw(request, link, world),
    waitFor: (look, timeoutMs = 5000) => waitUntil(world, () => look(workspace), timeoutMs),
    async stop() {
      page?.stop()
      await sockets.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function sendRaw(request: RawRequest, link: AppLink, world: World): Promise<AppAnswer> {
  if (link.httpTarget === undefined)
    throw new Error('Set link.httpTarget first: there is no HTTP app to send to.')
  return sendSigned({
    target: link.httpTarget,
    signingSecret,
    contentType: 'application/x-www-form-urlencoded',
    atSeconds: Math.floor(world.clock() / 1000),
    timeoutMs: 5000,
    ...request,
  })
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no port.')
  return address.port
}
