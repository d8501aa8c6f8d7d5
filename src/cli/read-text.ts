import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import { CommandError } from './say.ts'

/** The text of a file, or of standard input for `-`, without a byte order mark. */
export async function readText(file: string): Promise<string> {
  const reading = file === '-' ? textOf(process.stdin) : readFile(file, 'utf8')
  const text = await reading.catch((cause: unknown) => {
    throw new CommandError(`${file} cannot be read: ${cause instanceof Error ? cause.message : cause}`, 2)
  })
  return text.replace(/^\uFEFF/, '')
}
