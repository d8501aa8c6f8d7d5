// Keeps the compiled program between runs, since compiling is half of the work of a start. Plain JavaScript, because it is
// loaded before anything that needs compiling. Where a cache is not possible the program runs without one.
import { mkdirSync, statSync } from 'node:fs'
import module from 'node:module'
import { homedir, platform } from 'node:os'
import { dirname, join } from 'node:path'

/** Does nothing when Node's own NODE_COMPILE_CACHE or NODE_DISABLE_COMPILE_CACHE is set. */
export function keepCompiled() {
  const { NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE } = process.env
  if (NODE_COMPILE_CACHE || NODE_DISABLE_COMPILE_CACHE) return
  const folder = ownFolder()
  if (folder) module.enableCompileCache(folder)
}

/**
 * A folder that only this user can write to, because whoever can write to it decides what the program runs. `null` where
 * there is none: on a read-only file system, or where the home directory is another user's (sudo). Nothing is made there,
 * since its user could not change or remove what root has made.
 *
 * @returns {string | null}
 */
function ownFolder() {
  try {
    if (isRoot() && statSync(existing(cacheFolder())).uid !== 0) return null
    const own = makeOwn(join(cacheFolder(), 'scoreline'))
    return own && makeOwn(join(own, 'compiled'))
  } catch {
    return null
  }
}

function isRoot() {
  return process.getuid?.() === 0
}

/**
 * The folder, or the nearest one above it that exists.
 *
 * @param {string} folder
 * @returns {string}
 */
function existing(folder) {
  return statSync(folder, { throwIfNoEntry: false }) ? folder : existing(dirname(folder))
}

/**
 * The folder, made if need be; `null` if it does not belong to this user or somebody else can write to it. Windows has no
 * such modes.
 *
 * @param {string} folder
 */
function makeOwn(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = statSync(folder)
  const user = process.getuid?.()
  return user === undefined || (uid === user && (mode & 0o022) === 0) ? folder : null
}

/** The system's folder for files that can be regenerated. */
function cacheFolder() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Caches')
  return (platform() === 'win32' && LOCALAPPDATA) || join(homedir(), '.cache')
}
