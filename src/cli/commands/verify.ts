import type { Command } from 'commander'
import { NOBODY, UNDATED } from '../../domain/facts/quality-tallies.ts'
import type { Verification } from '../../ports/fact-store.ts'
import type { Services } from '../../wiring.ts'
import { configFor } from '../run.ts'
import { print } from '../say.ts'

/** Listing more differences than these would say nothing more. */
const SHOWN = 20

export function verifyCommand(command: Command, services: Services): Command {
  return command.action(() => verify(services))
}

async function verify(services: Services): Promise<void> {
  const store = await services.openStore(configFor('store').store, { mustExist: true })
  try {
    show(await store.tallies.verify())
  } finally {
    await store.close()
  }
}

function show({ facts, tallies, differing, differences }: Verification): void {
  const counts = [facts, tallies, differing].map((count) => count.toLocaleString('en'))
  print(`${counts[0]} facts, ${counts[1]} tallies, ${counts[2]} differences`)
  for (const { rep, day, tally, stored, expected } of differences.slice(0, SHOWN)) {
    const where = [day === UNDATED ? 'any day' : day, rep === NOBODY ? 'no owner' : `owner ${rep}`]
    print(`  ${where.join(' ')} ${tally}: stored ${stored}, expected ${expected}`)
  }
  if (differing > SHOWN) print(`  and ${(differing - SHOWN).toLocaleString('en')} more`)
  process.exitCode = differing > 0 ? 1 : 0
}
