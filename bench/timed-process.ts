/** Starts a program as a person would, and waits for a line that it prints. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { at } from './cores.ts'

export interface ProgramOrder {
  /** The file to run: directly if `isExecutable`, otherwise with Node. */
  file: string
  args: readonly string[]
  isExecutable: boolean
  /** Node options in addition to those in the file itself. */
  nodeOptions?: readonly string[]
  /** Added to the environment of the bench. */
  env: Readonly<Record<string, string>>
  /** Its working directory. */
  folder: string
  /** A part of the line on stderr that says that it is ready. */
  line: string
}

export interface Program {
  /** The time from the start of the process to the line. */
  readyMs: number
  /** The most memory it has ever used; `null` if the system does not report it. */
  peakMb(): number | null
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>
}

/** Starts the program. If it ends before the line, rejects with what it wrote. */
export function startProgram(order: ProgramOrder): Promise<Program> {
  const { file, args, env, folder, line, isExecutable, nodeOptions = [] } = order
  const { command, args: words } = at(
    'tested',
    isExecutable ? [file, ...args] : [process.execPath, file, ...args],
  )
  const began = performance.now()
  const child = spawn(command, words, {
    cwd: folder,
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
      NODE_OPTIONS: nodeOptions.join(' '),
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return new Promise((resolve, reject) => {
    let written = ''
    let isReady = false
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (text: string) => {
      if (isReady) return
      written += text
      if (!written.includes(line)) return
      isReady = true
      resolve({
        readyMs: performance.now() - began,
        peakMb: () => peakOf(child.pid),
        async stop() {
          child.kill('SIGTERM')
          await ended
        },
      })
    })
    ended.then(() => reject(new Error(`${file} ended early:\n${written}`)))
  })
}

function peakOf(pid: number | undefined): number | null {
  try {
    const [, kb] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kb ? Number(kb) / 1024 : null
  } catch {
    return null
  }
}
