import { readText } from './read-text.ts'
import { CommandError } from './say.ts'

/** The JSON document in a file, or on standard input for `-`. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file)
  try {
    const document: unknown = JSON.parse(text)
    return document
  } catch (cause) {
    throw new CommandError(`${file} is not valid JSON: ${cause instanceof Error ? cause.message : cause}`, 2)
  }
}
