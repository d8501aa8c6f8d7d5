/** Faults of a SQLite file and its disk, each as one sentence that says what to do. */
import { DatabaseAddressError, DiskError } from './errors.ts'

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

type Explain = (path: string, cause: Error) => Error

const FAULTS: Readonly<Record<number, Explain>> = {
  [READONLY]: (path, cause) =>
    new DatabaseAddressError(
      `${path} can only be read. Let the user that runs Scoreline write to it and to its folder.`,
      cause,
    ),
  [CANTOPEN]: (path, cause) =>
    new DatabaseAddressError(
      `${path} cannot be opened. Correct DATABASE_URL, or let the user that runs Scoreline write to its folder.`,
      cause,
    ),
  [NOTADB]: (path, cause) =>
    new DatabaseAddressError(
      `${path} is not a SQLite database. Correct DATABASE_URL, or restore a backup.`,
      cause,
    ),
  [CORRUPT]: (path, cause) =>
    new DiskError(`${path} is damaged (${cause.message}). Restore a backup.`, { cause }),
  [FULL]: (path, cause) =>
    new DiskError(`The disk that holds ${path} is full. Make room; what was saved before is still there.`, {
      cause,
    }),
  [IOERR]: (path, cause) =>
    new DiskError(
      `The disk that holds ${path} cannot be read or written (${cause.message}). See whether it is full or failing.`,
      { cause },
    ),
}

/** The result code of an error of node:sqlite, without what refines it; `null` for any other error. */
export function resultCodeOf(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) % 256 : null
}

/** The same fault in words, where there are some for it. */
export function explained(error: unknown, path: string): unknown {
  const explain = FAULTS[resultCodeOf(error) ?? 0]
  return explain && error instanceof Error ? explain(path, error) : error
}
