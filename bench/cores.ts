/** One core for the process under test, the other for what stands around it. */
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** `tested`: what is measured. `around`: pretend services and load. */
export type Place = 'tested' | 'around'

const CORES: Readonly<Record<Place, string>> = { tested: '1', around: '0' }

/** Whether processes can be held on a core of their own here. */
export const canPin: boolean =
  availableParallelism() >= 2 && spawnSync('taskset', ['-c', '0,1', 'true']).status === 0

/** The command line that runs Node with these arguments at a place. */
export function nodeAt(place: Place, args: readonly string[]): { command: string; args: string[] } {
  return canPin
    ? { command: 'taskset', args: ['-c', CORES[place], process.execPath, ...args] }
    : { command: process.execPath, args: [...args] }
}
