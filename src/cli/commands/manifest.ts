import type { Command } from 'commander'
import { buildManifest, manifestText } from '../../slack/manifest.ts'
import { CommandError, print } from '../say.ts'

interface Options {
  http?: boolean
  command?: string
  url?: string
}

export function manifestCommand(command: Command): Command {
  return command
    .option('--http', 'for HTTP mode instead of Socket Mode')
    .option('--url <address>', "the bot's public address, for HTTP mode")
    .option('--command </name>', 'another name where /sales is taken')
    .action((options: Options) => manifest(options))
}

function manifest({ http = false, command, url }: Options): void {
  if (command !== undefined && !/^\/[a-z0-9_-]{1,31}$/.test(command)) {
    throw new CommandError(`'${command}' is not a valid command name. Write e.g. --command /score.`, 2)
  }
  print(manifestText(buildManifest({ http, ...(command && { command }), ...(url && { publicUrl: url }) })))
}
