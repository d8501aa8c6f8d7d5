/** One core for the process under test, the other for everything around it. */
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** `tested`: the process that is measured. `around`: pretend services and load. */
export type Place = 'tested' | 'around'

const CORES: Readonly<Record<Place, string>> = { tested: '1', around: '0' }

/** Whether processes can be pinned to their own core on this machine. */
export const canPin: boolean =
  availableParallelism() >= 2 && spawnSync('taskset', ['-c', '0,1', 'true']).status === 0

/** A command line that runs at a place, if pinning is possible. */
export function at(place: Place, line: readonly string[]): { command: string; args: string[] } {
  const [command = '', ...args] = canPin ? ['taskset', '-c', CORES[place], ...line] : line
  return { command, args }
}
