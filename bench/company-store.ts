import { z } from 'zod'
import { withChild } from './child.ts'
import { Fill, type HubSpotAddress } from './hubspot-child.ts'

/** Fills a database from a pretend HubSpot, using the bot's own parts. */
export function fillDatabase(address: HubSpotAddress, path: string): Promise<void> {
  return withChild('bot-fill.ts', { place: 'tested' }, async (bot) => {
    await bot.ask('prepare', { ...address, path, isPaced: false }, z.unknown())
    await bot.ask('fill', null, Fill)
    await bot.ask('close', null, z.unknown())
  })
}
