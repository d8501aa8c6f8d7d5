import type { Command } from 'commander'
import type { DigestListing } from '../../digests/list.ts'
import { readDigest, readIncomplete } from '../../digests/read-digest.ts'
import { tablesOf } from '../../digests/run-slot.ts'
import { dayOf } from '../../domain/calendar/day.ts'
import type { DigestSetting } from '../../domain/company/settings.ts'
import type { Digest } from '../../domain/digest/digest.ts'
import type { Message } from '../../domain/digest/message.ts'
import { createTexts } from '../../i18n/texts.ts'
import type { Store } from '../../ports/store.ts'
import { messageBlocks, messageFallback } from '../../slack/blocks/message-blocks.ts'
import type { Services } from '../../wiring.ts'
import { slotText } from '../digest/slot-text.ts'
import { configFor, momentOrThrow, withStore } from '../run.ts'
import { CommandError, print, printJson } from '../say.ts'

interface Options {
  at?: string
  json?: boolean
}

export function digestCommand(command: Command, services: Services): Command {
  command
    .command('list')
    .description('list each digest with its next post and the outcome of its last ten')
    .option('--json', 'print the settings, next post and slots of each as JSON')
    .action((options: Options) => list(services, options))
  command
    .command('preview')
    .description('print what a digest would say, without posting it')
    .argument('<name>')
    .option('--at <moment>', 'as of that moment, such as 2026-11-18T20:17:00Z')
    .option('--json', 'print text, blocks and thread as JSON')
    .action((name: string, options: Options) => preview(services, name, options))
  return command
}

async function list(services: Services, { json }: Options): Promise<void> {
  await withStore(services, async (store) => {
    const log = await services.createLog(configFor('store').logLevel)
    const listings = await (await services.createDigests(store, log)).list()
    if (json) return printJson(listings.map(listingJson))
    if (listings.length === 0) print('No digest is set up.')
    for (const listing of listings) print(listingText(listing))
  })
}

function listingJson({ setting, isActive, next, slots }: DigestListing): object {
  return {
    ...setting,
    isActive,
    next: next && new Date(next.dueAt).toISOString(),
    slots: slots.map(({ dueAt, outcome, delivery, reason }) => ({
      due: new Date(dueAt).toISOString(),
      ...{ outcome, delivery, reason },
    })),
  }
}

function listingText({ setting, isActive, next, slots }: DigestListing): string {
  const { name, channel, scope, time, zone, enabled } = setting
  const off = enabled && !isActive ? 'waits until someone chooses who may be named' : 'switched off'
  const turn = next ? `next ${next.localDate} ${time} ${zone}` : off
  return [`${name}: ${channel}, ${scope}, ${turn}`, ...slots.map((slot) => `  ${slotText(slot)}`)].join('\n')
}

async function preview(services: Services, name: string, { at, json }: Options): Promise<void> {
  const moment = momentOrThrow(at) ?? services.clock.now()
  await withStore(
    services,
    async (store) => {
      const setting = await settingOrThrow(store, name)
      const localDate = dayOf(moment, setting.zone)
      const order = { localDate, dueAt: moment, at: moment, lateMinutes: null, force: true }
      const digest = await readDigest({ store, clock: services.clock }, setting, order)
      const incomplete = await readIncomplete({ store, clock: services.clock }, setting, moment)
      if ('notReady' in digest) {
        if (json) printJson({ ...NOTHING_TO_SAY, _meta: { incomplete } })
        throw new CommandError(WHY_NOT[digest.notReady], 1)
      }
      const texts = createTexts(digest.language)
      const thread = tablesOf(digest)
      if (json) return printJson({ ...jsonOf(digest, thread, texts), _meta: { incomplete } })
      print([digestMessage(digest), ...thread].map((message) => messageFallback(message, texts)).join('\n\n'))
    },
    moment,
  )
}

const WHY_NOT = {
  loading: "HubSpot has not been read completely yet. Run 'scoreline sync' first, or start the bot.",
  stale: 'The data is too old.',
  unknownScope: "The digest's scope names a team or group that does not exist.",
  noVisibility:
    "Nobody has chosen yet who may be named: set 'visibility' in the settings to named, top or team.",
}

const NOTHING_TO_SAY = { period: null, asOf: null, text: null, blocks: null, thread: null }

async function settingOrThrow(store: Store, name: string): Promise<DigestSetting> {
  const { digests } = await store.settings.read()
  const setting = digests.find((one) => one.name === name)
  if (setting) return setting
  const names = digests.map((one) => one.name).join(', ') || 'none'
  throw new CommandError(`There is no digest '${name}'. The digests are: ${names}.`, 2)
}

function digestMessage(digest: Digest): Message {
  return { kind: 'digest', digest }
}

function jsonOf(digest: Digest, thread: readonly Message[], texts: ReturnType<typeof createTexts>): object {
  const post = messageBlocks(digestMessage(digest), texts)
  return {
    period: digest.board?.asked.period ?? digest.quota?.asked.period ?? null,
    asOf: new Date(digest.asOf).toISOString(),
    text: post.text,
    blocks: post.blocks,
    thread: thread.map((message) => messageBlocks(message, texts)),
  }
}
