/** Lines that follow a question and take from it what they leave open. */
import { describe, expect, it } from 'vitest'
import { readFollowUp } from '../../../src/domain/question/follow-up.ts'
import { ABILITIES } from '../../../src/domain/question/lexicon.ts'
import type { Reading, Vocabulary } from '../../../src/domain/question/question.ts'
import { readQuestion } from '../../../src/domain/question/read-question.ts'
import { shownReading } from './shown-reading.ts'
import { vocabulary } from './vocabulary.ts'

const able: Vocabulary = { ...vocabulary, abilities: ABILITIES }

function follow(before: string, words: string, known = able): Reading {
  const reading = readQuestion(before, known)
  if (reading.kind !== 'question') throw new Error(`'${before}' is not a question`)
  return readFollowUp(words, known, reading.question)
}

describe('a follow-up', () => {
  it.each([
    ['win rate last month', 'and ana?', 'win_rate · rep 1 · last month'],
    ['win rate last month', 'this month', 'win_rate · this month'],
    ['win rate last month', 'why', 'explain · win_rate · last month'],
    ['win rate last month', 'and why?', 'explain · win_rate · last month'],
    ['win rate last month', 'and calls', 'calls · last month'],
    ['calls team north last week', 'this week', 'calls · team 91 · this week'],
    ['calls team north last week', 'meetings', 'meetings · team 91 · last week'],
    ['calls team north last week', 'and me?', 'calls · last week'],
    ['calls team north last week', 'trend', 'trend · calls · team 91 · last week'],
    ['calls ana', 'and bo', 'calls · rep 2'],
    ['top 5 calls last week', 'this week', 'top 5 · calls · this week'],
    ['top 5 calls last week', 'top 10', 'top 10 · calls · last week'],
    ['top calls last week', 'meetings', 'top · meetings · last week'],
    ['deals', 'calls', 'calls'],
    ['deals', 'team north', 'deals open · team 91'],
    ['reps', 'ana', 'rep 1'],
    ['calls', 'pipeline', 'pipeline'],
    ['win rate last month', 'calls ana this week trend', 'trend · calls · rep 1 · this week'],
  ])('after %s, %s is %s', (before, words, shown) => {
    expect(shownReading(follow(before, words), able.basis)).toBe(shown)
  })

  it.each([
    ['og ana?', 'win_rate · rep 1 · last month'],
    ['och ana?', 'win_rate · rep 1 · last month'],
    ['dan ana?', 'win_rate · rep 1 · last month'],
    ['și ana?', 'win_rate · rep 1 · last month'],
    ['hvorfor?', 'explain · win_rate · last month'],
    ['og hvorfor', 'explain · win_rate · last month'],
    ['varför?', 'explain · win_rate · last month'],
    ['och varför', 'explain · win_rate · last month'],
    ['kenapa', 'explain · win_rate · last month'],
    ['dan mengapa?', 'explain · win_rate · last month'],
    ['de ce?', 'explain · win_rate · last month'],
    ['și de ce', 'explain · win_rate · last month'],
    ['denne måned', 'win_rate · this month'],
    ['den här månaden', 'win_rate · this month'],
    ['bulan ini', 'win_rate · this month'],
    ['luna aceasta', 'win_rate · this month'],
  ])('may be in any language: %s', (words, shown) => {
    expect(shownReading(follow('win rate last month', words), able.basis)).toBe(shown)
  })

  it('is refused where the same line alone would be', () => {
    expect(follow('calls', 'why', vocabulary)).toMatchObject({ kind: 'notYet', word: 'explain' })
    expect(follow('calls', 'qwertz')).toMatchObject({ kind: 'unknown' })
    expect(follow('calls', 'help')).toEqual({ kind: 'help' })
  })

  it('leaves out a metric that has been removed since', () => {
    const reading = readQuestion('calls and meetings last week', able)
    if (reading.kind !== 'question') throw new Error('it is a question')
    const metrics = able.metrics.filter(({ id }) => id !== 'calls')

    expect(readFollowUp('this week', { ...able, metrics }, reading.question)).toMatchObject({
      question: { metrics: ['meetings'] },
    })
  })
})
