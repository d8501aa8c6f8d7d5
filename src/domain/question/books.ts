/** A vocabulary's phrase books: what the words of all languages mean, and the names that this asker may use. */
import { MONTH_NAMES } from '../calendar/date-words.ts'
import type { Lexicon, Phrases } from './lexicon.ts'
import { numberedForm } from './period-forms.ts'
import { addName, addPhrase, emptyBook, type PhraseBook } from './phrase-book.ts'
import type { Vocabulary } from './question.ts'
import type { Sense } from './senses.ts'
import { nameKey } from './tokens.ts'

export interface Books {
  /** Words that count only at the beginning of a line. */
  commands: PhraseBook
  catalogue: PhraseBook
  metrics: PhraseBook
  names: PhraseBook
  /** Ids of people and teams, which are read as names only in quotes. */
  ids: PhraseBook
  /** Single words that occur in only one team's name. */
  teamParts: PhraseBook
}

const catalogues = new WeakMap<readonly Lexicon[], Pick<Books, 'commands' | 'catalogue'>>()

/** The lexicons' books are cached by the list's identity: pass the same list each time. */
export function booksOf(vocabulary: Vocabulary): Books {
  const known = catalogues.get(vocabulary.lexicons)
  const made = known ?? lexiconBooks(vocabulary.lexicons)
  if (!known) catalogues.set(vocabulary.lexicons, made)
  return {
    ...made,
    metrics: metricNames(vocabulary),
    names: names(vocabulary),
    ids: ids(vocabulary),
    teamParts: teamParts(vocabulary),
  }
}

function lexiconBooks(lexicons: readonly Lexicon[]): Pick<Books, 'commands' | 'catalogue'> {
  const [commands, catalogue] = [emptyBook(), emptyBook()]
  for (const lexicon of lexicons) {
    for (const [word, phrases] of Object.entries(lexicon.commands))
      addAll(commands, phrases, { kind: 'notYet', word })
    addAll(commands, lexicon.help, { kind: 'help' })
    addCatalogue(catalogue, lexicon)
  }
  return { commands, catalogue }
}

function addCatalogue(book: PhraseBook, lexicon: Lexicon): void {
  addAll(book, lexicon.fillers, { kind: 'filler' })
  addAll(book, lexicon.who.me, { kind: 'who', who: { kind: 'me' } })
  addAll(book, lexicon.who.myTeam, { kind: 'who', who: { kind: 'myTeam' } })
  addAll(book, lexicon.who.everyone, { kind: 'who', who: { kind: 'everyone' } })
  addAll(book, lexicon.teamWords, { kind: 'teamWord' })
  addAll(book, lexicon.help, { kind: 'help' })
  addAll(book, lexicon.views.card, { kind: 'view', view: 'card' })
  addAll(book, lexicon.views.top, { kind: 'view', view: 'top' })
  addAll(book, lexicon.views.quota, { kind: 'view', view: 'quota' })
  addAll(book, lexicon.conversion, { kind: 'conversion' })
  for (const [word, phrases] of Object.entries(lexicon.viewsToCome))
    addAll(book, phrases, word === 'deals' ? { kind: 'deals' } : { kind: 'notYet', word })
  for (const [form, phrases] of Object.entries(lexicon.periods)) addForm(book, form, phrases)
  for (const [id, phrases] of Object.entries(lexicon.metrics)) addAll(book, phrases, { kind: 'metric', id })
}

function addAll(book: PhraseBook, phrases: Phrases, sense: Sense): void {
  for (const phrase of phrases) addPhrase(book, phrase, sense)
}

function addForm(book: PhraseBook, form: string, phrases: Phrases): void {
  for (const phrase of phrases) {
    addPhrase(book, phrase, { kind: 'form', form: numberedForm(form, phrase) })
    if (MONTH_NAMES.includes(form)) addPhrase(book, `${phrase} {y}`, { kind: 'form', form: `${form} {1}` })
  }
}

const metricBooks = new WeakMap<Vocabulary['metrics'], PhraseBook>()

/** Cached by the list's identity: pass the same list each time. */
function metricNames({ metrics }: Vocabulary): PhraseBook {
  const kept = metricBooks.get(metrics)
  if (kept) return kept
  const book = emptyBook()
  for (const { id, names: known } of metrics)
    addAll(book, [id, ...known].map(withoutBraces), { kind: 'metric', id })
  metricBooks.set(metrics, book)
  return book
}

/** In a phrase, words in braces stand for numbers; a name has none. */
function withoutBraces(name: string): string {
  return name.replace(/[{}]/g, ' ').trim()
}

function names({ people, teams }: Vocabulary): PhraseBook {
  const book = emptyBook()
  for (const { ownerId, names: known } of people)
    for (const name of known) addName(book, name, personSense(ownerId))
  for (const { teamId, name } of teams)
    for (const each of [name, withoutTeam(name)]) addName(book, each, teamSense(teamId))
  return book
}

function ids({ people, teams }: Vocabulary): PhraseBook {
  const book = emptyBook()
  for (const { ownerId } of people) addName(book, ownerId, personSense(ownerId))
  for (const { teamId } of teams) addName(book, teamId, teamSense(teamId))
  return book
}

function personSense(ownerId: string): Sense {
  return { kind: 'who', who: { kind: 'owner', ownerId } }
}

function teamSense(teamId: string): Sense {
  return { kind: 'who', who: { kind: 'team', teamId } }
}

/** 'Team North' can also be called 'North'. */
function withoutTeam(name: string): string {
  return nameKey(name)
    .split(' ')
    .filter((word) => word !== 'team')
    .join(' ')
}

function teamParts({ teams }: Vocabulary): PhraseBook {
  const holders = new Map<string, Set<string>>()
  for (const { teamId, name } of teams)
    for (const word of withoutTeam(name).split(' '))
      holders.set(word, new Set([...(holders.get(word) ?? []), teamId]))
  const book = emptyBook()
  for (const [word, [teamId, ...others]] of holders)
    if (teamId !== undefined && others.length === 0) addName(book, word, teamSense(teamId))
  return book
}
