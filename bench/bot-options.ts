/** The Node options of the `scoreline` executable, so that parts of it are measured under the same options. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const SCORELINE = fileURLToPath(new URL('../src/scoreline.js', import.meta.url))

const [firstLine = ''] = readFileSync(SCORELINE, 'utf8').split('\n')

export const BOT_OPTIONS: readonly string[] = firstLine.split(' ').filter((word) => word.startsWith('--'))
