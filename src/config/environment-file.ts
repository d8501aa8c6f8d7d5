/** The text of a `.env`, in whichever encoding editors write it. */
import { readFileSync } from 'node:fs'
import { encodingOf } from './decode-text.ts'
import { EnvironmentFileError } from './errors.ts'

/** `null` if there is no such file. Throws `EnvironmentFileError` if it cannot be read. */
export function readEnvironmentFile(path: string): string | null {
  const bytes = bytesOf(path)
  if (bytes === null) return null
  // The decoder removes a byte order mark.
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  if (text.includes('\0')) throw new EnvironmentFileError(path, 'is not a text file')
  return text
}

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'is a folder',
  EACCES: 'cannot be read by this user',
  EPERM: 'cannot be read by this user',
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') return null
    throw new EnvironmentFileError(path, REASONS[code] ?? 'exists but cannot be read', error)
  }
}
