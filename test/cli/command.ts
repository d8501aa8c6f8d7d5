/** The real command as its own process, in a working directory that starts out empty. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const SCRIPT = resolve(import.meta.dirname, '../../src/scoreline.js')

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
  tookMs: number
}

export interface CommandOptions {
  folder: string
  env?: Record<string, string>
  input?: string
  /** Arguments of Node itself. */
  nodeArgs?: string[]
  node?: string
  /** The user and group that runs it. */
  uid?: number
}

export interface Running {
  child: ChildProcess
  stdout(): string
  stderr(): string
  /** Resolves with the match as soon as stdout or stderr has it; rejects when the process ends or time runs out. */
  until(pattern: RegExp, timeoutMs?: number): Promise<RegExpExecArray>
  ended: Promise<Ended>
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Nothing of the tests' environment gets in, except what locates programs and a home. */
function environment(env: Record<string, string>): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR, XDG_CACHE_HOME } = process.env
  return { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...(XDG_CACHE_HOME && { XDG_CACHE_HOME }), ...env }
}

export function startScoreline(args: readonly string[], options: CommandOptions): Running {
  const { folder, env = {}, input, nodeArgs = [], node = process.execPath, uid } = options
  const startedAt = performance.now()
  const child = spawn(node, [...nodeArgs, SCRIPT, ...args], {
    cwd: folder,
    env: environment(env),
    ...(uid !== undefined && { uid, gid: uid }),
  })
  running.add(child)
  child.stdin.end(input ?? '')
  const texts = { stdout: '', stderr: '' }
  const watchers = new Set<() => void>()
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text
      for (const watch of watchers) watch()
    })
  }
  const ended = new Promise<Ended>((end, fail) => {
    child.once('error', fail)
    child.once('close', (code, signal) => {
      running.delete(child)
      end({ code, signal, ...texts, tookMs: performance.now() - startedAt })
      for (const watch of watchers) watch()
    })
  })
  return {
    child,
    stdout: () => texts.stdout,
    stderr: () => texts.stderr,
    until: (pattern, timeoutMs = 20_000) =>
      new Promise((found, fail) => {
        const settle = (act: () => void) => {
          watchers.delete(watch)
          clearTimeout(timer)
          act()
        }
        const outcome = (why: string) => new Error(`${why}: ${pattern}\n${texts.stdout}\n${texts.stderr}`)
        const watch = () => {
          const match = pattern.exec(texts.stdout) ?? pattern.exec(texts.stderr)
          if (match) settle(() => found(match))
          else if (!running.has(child)) settle(() => fail(outcome('it ended without a word of')))
        }
        const timer = setTimeout(() => settle(() => fail(outcome('no word in time of'))), timeoutMs)
        watchers.add(watch)
        watch()
      }),
    ended,
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

export function scoreline(args: readonly string[], options: CommandOptions): Promise<Ended> {
  return startScoreline(args, options).ended
}

export interface Folder {
  path: string
  remove(): void
}

export function aFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'scoreline-cli-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) }
}
