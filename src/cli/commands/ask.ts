import type { Command } from 'commander'
import { lineOf } from '../../domain/question/lines.ts'
import { languageCodeOf } from '../../i18n/spoken.ts'
import { createTexts } from '../../i18n/texts.ts'
import { answerBlocks } from '../../slack/blocks/answer-blocks.ts'
import type { Services } from '../../wiring.ts'
import { askerOrThrow, type KnownAsker } from '../ask/asker.ts'
import { type Shown, shownJson, shownLine, shownText } from '../ask/considered-text.ts'
import { AT_MACHINE } from '../looks.ts'
import { readText } from '../read-text.ts'
import { withStore } from '../run.ts'
import { CommandError, print, printJson } from '../say.ts'

interface Options {
  as: string
  file?: string
  json?: boolean
}

export function askCommand(command: Command, services: Services): Command {
  return command
    .argument(
      '[words...]',
      "what to type after /sales, such as 'calls last week'; nothing is today's numbers",
    )
    .requiredOption('--as <email>', 'who asks')
    .option(
      '--file <phrases>',
      'read phrases from a file, one a line, and print one line each; - for standard input',
    )
    .option('--json', 'print all of it as JSON; with --file, one document a line')
    .action((words: string[], options: Options) => ask(services, words, options))
}

async function ask(services: Services, words: readonly string[], { as, file, json }: Options): Promise<void> {
  if (file !== undefined && words.length > 0)
    throw new CommandError('Ask the words or the phrases of a file, not both.', 2)
  const phrases = file === undefined ? null : await phrasesIn(file)
  await withStore(services, async (store) => {
    const person = await askerOrThrow(services, store, as)
    const answers = await services.createAnswers(store)
    const consider = async (typed: string): Promise<Shown> => {
      const line = lineOf(typed.trim().replace(/\s+/g, ' '))
      const language = languageCodeOf([person.locale])
      const found = await answers.consider({ asker: person.asker, words: line, language, by: AT_MACHINE })
      return { ...found, email: as, words: line, payload: drawn(services, found, person) }
    }
    if (phrases === null) return printOne(await consider(words.join(' ')), json)
    for (const phrase of phrases) {
      const shown = await consider(phrase)
      const texts = textsOf(shown)
      print(json ? JSON.stringify(shownJson(shown, texts)) : shownLine(shown, texts))
    }
  })
}

function drawn(
  { words }: Services,
  { answer }: Pick<Shown, 'answer'>,
  { locale }: KnownAsker,
): Shown['payload'] {
  return answerBlocks(answer, { texts: createTexts(locale), oauthScopesFor: words.oauthScopesFor })
}

function printOne(shown: Shown, json = false): void {
  const texts = textsOf(shown)
  json ? printJson(shownJson(shown, texts)) : print(shownText(shown, texts))
}

/** The question and the access are shown in English, as all that the command line says. */
function textsOf({ answer }: Shown) {
  return createTexts('en').with(answer.named)
}

async function phrasesIn(file: string): Promise<string[]> {
  const text = await readText(file)
  return text.split(/\r?\n/).filter((line) => line.trim() !== '')
}
