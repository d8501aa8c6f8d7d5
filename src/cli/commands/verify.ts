import type { Command } from 'commander'
import { NOBODY, UNDATED } from '../../domain/facts/quality-tallies.ts'
import type { Parts } from '../../wiring.ts'
import { withStore } from '../run.ts'
import { print } from '../say.ts'

/** Listing more differences than these would say nothing more. */
const SHOWN = 20

export function verifyCommand(command: Command, parts: Parts): Command {
  return command.action(() => verify(parts))
}

async function verify(parts: Parts): Promise<void> {
  await withStore(parts, async (store) => {
    const { facts, tallies, differences } = await store.tallies.verify()
    print(
      `${facts.toLocaleString('en')} facts, ${tallies.toLocaleString('en')} tallies, ${differences.length} differences`,
    )
    for (const { rep, day, tally, stored, expected } of differences.slice(0, SHOWN)) {
      const where = [day === UNDATED ? 'any day' : day, rep === NOBODY ? 'no owner' : `owner ${rep}`]
      print(`  ${where.join(' ')} ${tally}: stored ${stored}, expected ${expected}`)
    }
    if (differences.length > SHOWN) print(`  and ${differences.length - SHOWN} more`)
    process.exitCode = differences.length > 0 ? 1 : 0
  })
}
