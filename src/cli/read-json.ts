import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import { CommandError } from './say.ts'

/** The JSON document in a file, or on standard input for `-`. */
export async function readJson(file: string): Promise<unknown> {
  const reading = file === '-' ? textOf(process.stdin) : readFile(file, 'utf8')
  const text = await reading.catch((cause: unknown) => {
    throw new CommandError(`${file} cannot be read: ${cause instanceof Error ? cause.message : cause}`, 2)
  })
  try {
    const document: unknown = JSON.parse(text)
    return document
  } catch (cause) {
    throw new CommandError(`${file} is not valid JSON: ${cause instanceof Error ? cause.message : cause}`, 2)
  }
}
