/** A vocabulary's phrase books: what the words of all languages mean, and the names that this asker may use. */
import { MONTH_NAMES } from '../calendar/date-words.ts'
import { COMMANDS, GREETINGS, JOINS, type Lexicon, type Phrases, SAYINGS, VIEWS } from './lexicon.ts'
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
  /** Number words, folded, with their digits. */
  numbers: ReadonlyMap<string, string>
}

type LexiconBooks = Pick<Books, 'commands' | 'catalogue' | 'numbers'>

const catalogues = new WeakMap<readonly Lexicon[], LexiconBooks>()

/** The lexicons' books are cached by the list's identity: pass the same list each time. */
export function booksOf(vocabulary: Vocabulary): Books {
  const known = catalogues.get(vocabulary.lexicons)
  const made = known ?? lexiconBooks(vocabulary.lexicons)
  if (!known) catalogues.set(vocabulary.lexicons, made)
  return { ...made, metrics: metricNames(vocabulary), ...namesOf(vocabulary) }
}

type NameBooks = Pick<Books, 'names' | 'ids' | 'teamParts'>

const nameBooks = new WeakMap<Vocabulary['people'], WeakMap<Vocabulary['teams'], NameBooks>>()

/** Cached by the identity of both lists: pass the same ones each time. */
function namesOf(vocabulary: Vocabulary): NameBooks {
  const { people, teams } = vocabulary
  const ofPeople = nameBooks.get(people) ?? new WeakMap<Vocabulary['teams'], NameBooks>()
  nameBooks.set(people, ofPeople)
  const kept = ofPeople.get(teams)
  if (kept) return kept
  const made = { names: names(vocabulary), ids: ids(vocabulary), teamParts: teamParts(vocabulary) }
  ofPeople.set(teams, made)
  return made
}

function lexiconBooks(lexicons: readonly Lexicon[]): LexiconBooks {
  const [commands, catalogue] = [emptyBook(), emptyBook()]
  const numbers = new Map<string, string>()
  for (const lexicon of lexicons) {
    const addCommand = adderTo(commands, lexicon.language)
    for (const command of COMMANDS) addCommand(lexicon.commands[command], { kind: 'command', command })
    addCommand(lexicon.help, { kind: 'help' })
    addCatalogue(catalogue, lexicon)
    for (const [digits, words] of Object.entries(lexicon.numbers))
      for (const word of words) numbers.set(nameKey(word), digits)
  }
  return { commands, catalogue, numbers }
}

function addCatalogue(book: PhraseBook, lexicon: Lexicon): void {
  const add = adderTo(book, lexicon.language)
  add(lexicon.fillers, { kind: 'filler' })
  add(lexicon.who.me, { kind: 'who', who: { kind: 'me' } })
  add(lexicon.who.myTeam, { kind: 'who', who: { kind: 'myTeam' } })
  add(lexicon.who.everyone, { kind: 'who', who: { kind: 'everyone' } })
  add(lexicon.teamWords, { kind: 'teamWord' })
  add(lexicon.help, { kind: 'help' })
  add(lexicon.conversion, { kind: 'conversion' })
  add(lexicon.compare, { kind: 'compare' })
  add(lexicon.bottom, { kind: 'notYet', word: 'bottom' })
  add(lexicon.group, { kind: 'notYet', word: 'group' })
  add(lexicon.average, { kind: 'average' })
  addGroups(add, lexicon)
  for (const [form, phrases] of Object.entries(lexicon.periods)) addForm(add, form, phrases)
  for (const [id, phrases] of Object.entries(lexicon.metrics)) add(phrases, { kind: 'metric', id })
}

function addGroups(add: Add, lexicon: Lexicon): void {
  for (const view of VIEWS)
    add(lexicon.views[view], view === 'deals' ? { kind: 'deals' } : { kind: 'view', view })
  for (const saying of SAYINGS) add(lexicon.sayings[saying], { kind: 'saying', saying })
  for (const greeting of GREETINGS) add(lexicon.greetings[greeting], { kind: 'greeting', greeting })
  for (const join of JOINS) add(lexicon.joins[join], { kind: 'join', join })
  for (const [digits, words] of Object.entries(lexicon.numbers))
    add(words, { kind: 'number', value: Number(digits) })
}

type Add = (phrases: Phrases, sense: Sense) => void

function adderTo(book: PhraseBook, language?: string): Add {
  return (phrases, sense) => {
    for (const phrase of phrases) addPhrase(book, phrase, sense, language)
  }
}

function addForm(add: Add, form: string, phrases: Phrases): void {
  for (const phrase of phrases) {
    add([phrase], { kind: 'form', form: numberedForm(form, phrase) })
    if (MONTH_NAMES.includes(form)) addDates(add, form, phrase)
  }
}

/** A month with a year, and its days: `24 nov`, `24th of nov`, `nov 24`, each with and without a year. */
function addDates(add: Add, month: string, phrase: string): void {
  add([`${phrase} {n}`], { kind: 'form', form: `${month} {1}` })
  add([`${phrase} {n} {y}`], { kind: 'form', form: `${month} {1} {2}` })
  const days = [`{n} ${phrase}`, `{n} of ${phrase}`]
  add(days, { kind: 'form', form: `{1} ${month}` })
  add(
    days.map((day) => `${day} {y}`),
    { kind: 'form', form: `{1} ${month} {2}` },
  )
}

const metricBooks = new WeakMap<Vocabulary['metrics'], PhraseBook>()

/** Cached by the list's identity: pass the same list each time. */
function metricNames({ metrics }: Vocabulary): PhraseBook {
  const kept = metricBooks.get(metrics)
  if (kept) return kept
  const book = emptyBook()
  const add = adderTo(book)
  for (const { id, names: known } of metrics) add([id, ...known].map(withoutBraces), { kind: 'metric', id })
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
    for (const word of withoutTeam(name)
      .split(' ')
      .filter(({ length }) => length > 1))
      holders.set(word, new Set([...(holders.get(word) ?? []), teamId]))
  const book = emptyBook()
  for (const [word, [teamId, ...others]] of holders)
    if (teamId !== undefined && others.length === 0) addName(book, word, teamSense(teamId))
  return book
}
