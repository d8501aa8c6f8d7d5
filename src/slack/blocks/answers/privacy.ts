import type { DataTableBlock } from '@slack/types'
import type { Seer } from '../../../domain/access/seers.ts'
import type { LooksOfDay, PrivacyAnswer } from '../../../domain/answer/privacy.ts'
import type { Texts } from '../../../i18n/texts.ts'
import { clean, cut, shortName } from '../escape.ts'
import { type Line, line, strong } from '../line.ts'
import type { Drawing } from './drawing.ts'

/** More days than this are a table with pages. */
const MOST_LINES = 5
/** As many as fit into one message with the longest names. */
const MOST_ROWS = 80
const PAGE_SIZE = 10
const WIDEST = 60

/** What is kept about the person, who may see it, and who looked. */
export function drawPrivacy(answer: PrivacyAnswer, texts: Texts): Drawing {
  const { isRep, looks, days } = answer
  const kept = [strong(texts.say('privacy.headline')), line(texts.say('privacy.kept'))]
  if (!isRep) return { paragraphs: [[...kept, line(texts.say('privacy.notTracked'))]] }
  const rows = looks.slice(0, MOST_ROWS).map((look) => cellsOf(look, texts))
  const isTable = rows.length > MOST_LINES
  const heading = texts.say(rows.length === 0 ? 'privacy.noLooks' : 'privacy.looks', { n: days })
  return {
    paragraphs: [
      [...kept, ...whoMaySee(answer, texts)],
      [strong(heading), ...(isTable ? [] : rows.map((row) => line(rowText(row, texts))))],
    ],
    ...(isTable && {
      table: { block: tableOf(rows, heading, texts), lines: rows.map((row) => rowText(row, texts)) },
    }),
  }
}

function whoMaySee({ seers, visibility, hasOptedOut }: PrivacyAnswer, texts: Texts): Line[] {
  return [
    seers.length > 0 ? seersLine(seers, texts) : line(texts.say('privacy.noSeers')),
    line(texts.say(hasOptedOut ? 'privacy.optedOut' : `privacy.boards.${visibility ?? 'none'}`)),
    line(texts.say('privacy.totals')),
  ]
}

/** Slack itself names those who are known only by their Slack user id. */
function seersLine(seers: readonly Seer[], texts: Texts): Line {
  const byId = seers.filter(({ user, name }) => name === null && !user.includes('@'))
  const names = seers
    .filter((seer) => !byId.includes(seer))
    .map(({ user, name, as }) => texts.say(`privacy.${as}`, { name: shortName(name ?? user) }))
  const before = byId.length > 0 && names.length > 0 ? [...names, ''] : names
  return {
    text: texts.say('privacy.seers', { names: before.join(', ') }),
    people: byId.map(({ user, as }, index) => ({
      userId: user,
      after: `${texts.say(`privacy.${as}`, { name: '' })}${index < byId.length - 1 ? ',' : ''}`,
    })),
  }
}

function cellsOf({ day, name, isCommandLine, metrics }: LooksOfDay, texts: Texts): [string, string, string] {
  const who = isCommandLine ? texts.say('privacy.commandLine', { name: shortName(name) }) : shortName(name)
  const what = metrics.map((metric) => texts.metricName(metric)).join(', ')
  return [texts.formats.day(day), who, cut(clean(what), WIDEST) || texts.say('privacy.numbers')]
}

function rowText([day, name, what]: [string, string, string], texts: Texts): string {
  return texts.say('privacy.look', { day, name, what })
}

function tableOf(rows: readonly [string, string, string][], caption: string, texts: Texts): DataTableBlock {
  const header = [texts.say('privacy.day'), texts.say('table.name'), texts.say('privacy.what')]
  return {
    type: 'data_table',
    caption,
    page_size: PAGE_SIZE,
    row_header_column_index: 0,
    rows: [header, ...rows].map((row) => row.map((text) => ({ type: 'raw_text' as const, text }))),
  }
}
