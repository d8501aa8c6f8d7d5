/** Tests that root runs as somebody else need folders that everybody may pass. */
import { statSync } from 'node:fs'
import { dirname } from 'node:path'

export const isRoot = process.getuid?.() === 0

/** Whether every user may pass a folder and all those above it. */
export function mayBePassed(folder: string): boolean {
  const isPassable = (statSync(folder).mode & 0o001) !== 0
  return isPassable && (dirname(folder) === folder || mayBePassed(dirname(folder)))
}
