/** The options under which `scoreline` asks for Node, so that what is measured in part runs as the whole does. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const SCORELINE = fileURLToPath(new URL('../src/scoreline.js', import.meta.url))

const [firstLine = ''] = readFileSync(SCORELINE, 'utf8').split('\n')

export const BOT_OPTIONS: readonly string[] = firstLine.split(' ').filter((word) => word.startsWith('--'))
