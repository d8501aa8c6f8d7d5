import type { Command } from 'commander'
import { exportSettings, readSettingsDocument } from '../../config/settings.ts'
import { SETTINGS_HELP } from '../../config/settings-help.ts'
import { nearest } from '../../domain/question/nearest.ts'
import type { Services } from '../../wiring.ts'
import { namesKnownIn } from '../known-names.ts'
import { readJson } from '../read-json.ts'
import { withStore } from '../run.ts'
import { CommandError, print, tell } from '../say.ts'
import { isKey, keysText, keyText } from '../settings/key-text.ts'

export function settingsCommand(command: Command, services: Services): Command {
  command
    .command('export')
    .description('print all settings')
    .action(() => exportAll(services))
  command
    .command('import')
    .description('import the keys in the file; all others stay as they are')
    .argument('<file>', 'a JSON file, or - for standard input')
    .action((file: string) => importFrom(services, file))
  command
    .command('explain')
    .description('what each key is for, or one key with its shape, an example, its default and its value now')
    .argument('[key]', 'a key of the settings')
    .action((key?: string) => explain(services, key))
  return command
}

async function explain(services: Services, key: string | undefined): Promise<void> {
  if (key === undefined) return print(keysText())
  if (!isKey(key)) {
    const near = nearest(key, Object.keys(SETTINGS_HELP))
    const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''
    throw new CommandError(
      `The settings have no key '${key}'.${meant} All keys: run scoreline settings explain.`,
      2,
    )
  }
  await withStore(services, async (store) => print(keyText(key, await store.settings.read())))
}

async function exportAll(services: Services): Promise<void> {
  await withStore(services, async (store) => print(exportSettings(await store.settings.read())))
}

async function importFrom(services: Services, file: string): Promise<void> {
  const document = await readJson(file)
  const keys = await withStore(services, async (store) => {
    const [settings, directory] = await Promise.all([store.settings.read(), store.directory.read()])
    const present = { settings, objects: directory.objects, typeOf: services.words.objectType }
    const reading = readSettingsDocument(document, namesKnownIn(directory), present)
    if ('complaints' in reading) throw refusal(file, reading.complaints)
    await store.settings.save(reading.settings)
    return Object.keys(reading.settings)
  })
  tell(
    keys.length === 0
      ? 'The file contains no settings.'
      : `Imported: ${keys.join(', ')}. A running bot sees them at its next tick.`,
  )
}

function refusal(file: string, complaints: readonly string[]): CommandError {
  const lines = [`Nothing was imported from ${file}:`, ...complaints.map((complaint) => `  - ${complaint}`)]
  return new CommandError(lines.join('\n'), 2)
}
