/** A separate process for everything that is measured, and a way to call it. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { BOT_OPTIONS } from './bot-options.ts'
import { at, type Place } from './cores.ts'

export interface Child {
  /** Calls one of the process's handlers. Rejects if the handler fails or the process ends. */
  ask<T>(call: string, input: unknown, shape: z.ZodType<T>): Promise<T>
  /** CPU time that the process has used so far, in all its threads. */
  cpuMs(): Promise<number>
  /** The most memory that it has ever used. */
  peakMb(): Promise<number>
  end(): Promise<void>
}

export interface ChildOptions {
  place: Place
  /** Whether to use the Node options that the bot runs with. */
  isBot?: boolean
  /** Where to write its profile. */
  profileFolder?: string | undefined
}

const Answer = z.object({ id: z.number(), error: z.string().optional(), result: z.unknown().optional() })

interface Waiting {
  resolve(result: unknown): void
  reject(error: Error): void
}

/** Starts a file of `bench/processes`. */
export function startChild(file: string, { place, isBot, profileFolder }: ChildOptions): Child {
  const path = fileURLToPath(new URL(`./processes/${file}`, import.meta.url))
  const profiling = profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : []
  const { command, args } = at(place, [process.execPath, ...(isBot ? BOT_OPTIONS : []), ...profiling, path])
  const started = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  const ended = new Promise<void>((resolve) => {
    started.once('exit', (code, signal) => {
      for (const { reject } of waiting.values()) reject(new Error(`${file} ended: ${signal ?? code}`))
      resolve()
    })
  })
  started.on('message', (message) => {
    const { id, error, result } = Answer.parse(message)
    const asker = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asker?.resolve(result)
    else asker?.reject(new Error(`${file}: ${error}`))
  })

  async function ask<T>(call: string, input: unknown, shape: z.ZodType<T>): Promise<T> {
    const id = ++lastId
    const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
    started.send({ id, call, input })
    return shape.parse(await answered)
  }

  return {
    ask,
    cpuMs: () => ask('cpuMs', null, z.number()),
    peakMb: () => ask('peakMb', null, z.number()),
    async end() {
      if (started.connected) started.disconnect()
      await ended
    },
  }
}

/** Runs work with a child process, and ends the process whatever happens. */
export async function withChild<T>(
  file: string,
  options: ChildOptions,
  work: (child: Child) => Promise<T>,
): Promise<T> {
  const child = startChild(file, options)
  try {
    return await work(child)
  } finally {
    await child.end()
  }
}
