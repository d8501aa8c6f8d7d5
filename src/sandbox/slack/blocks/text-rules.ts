import {
  also,
  bool,
  byType,
  type Check,
  choice,
  complain,
  finite,
  integer,
  list,
  shape,
  text,
} from './check.ts'

/** A plain_text object. */
export function plain(max: number, min = 1): Check {
  return shape({ required: { type: choice('plain_text'), text: text(max, min) }, optional: { emoji: bool } })
}

export function mrkdwn(max: number, min = 1): Check {
  return shape({ required: { type: choice('mrkdwn'), text: text(max, min) }, optional: { verbatim: bool } })
}

/** Either of the two text objects. */
export function textObject(max: number, min = 1): Check {
  return byType({ plain_text: plain(max, min), mrkdwn: mrkdwn(max, min) })
}

export const id = text(255)
export const url = text(3000)

const slackFile = also(shape({ required: {}, optional: { id: text(255), url } }), (value, pointer) =>
  (value['id'] === undefined) === (value['url'] === undefined)
    ? [complain('must define one of `id` or `url`', pointer)]
    : [],
)

const imageSource = { image_url: url, slack_file: slackFile }

/** An image as an element or block: it needs alt text and exactly one source. */
export function image(more: Record<string, Check>): Check {
  return also(
    shape({
      required: { type: choice('image'), alt_text: text(2000) },
      optional: { ...imageSource, ...more },
    }),
    (value, pointer) =>
      (value['image_url'] === undefined) === (value['slack_file'] === undefined)
        ? [complain('must define one of `image_url` or `slack_file`', pointer)]
        : [],
  )
}

const style = shape({
  required: {},
  optional: { bold: bool, italic: bool, strike: bool, code: bool, underline: bool },
})

function inline(type: string, required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return shape({ required: { type: choice(type), ...required }, optional: { style, ...optional } })
}

const richTextElements: Record<string, Check> = {
  text: inline('text', { text: text(40_000) }),
  link: inline('link', { url }, { text: text(40_000, 0), unsafe: bool }),
  user: inline('user', { user_id: id }),
  usergroup: inline('usergroup', { usergroup_id: id }),
  channel: inline('channel', { channel_id: id }),
  team: inline('team', { team_id: id }),
  emoji: inline('emoji', { name: id }, { unicode: id, url }),
  broadcast: inline('broadcast', { range: choice('here', 'channel', 'everyone') }),
  color: inline('color', { value: id }),
  date: inline('date', { timestamp: finite, format: text(255) }, { url, fallback: text(2000) }),
}

const anyInline = list(byType(richTextElements), 10_000, 0)
const border = choice(0, 1)

const richTextSection = shape({ required: { type: choice('rich_text_section'), elements: anyInline } })

const richTextParts: Record<string, Check> = {
  rich_text_section: richTextSection,
  rich_text_list: shape({
    required: {
      type: choice('rich_text_list'),
      elements: list(richTextSection, 10_000),
      style: choice('bullet', 'ordered'),
    },
    optional: { indent: integer(0, 8), border, offset: integer(0, 10_000) },
  }),
  rich_text_quote: shape({
    required: { type: choice('rich_text_quote'), elements: anyInline },
    optional: { border },
  }),
  rich_text_preformatted: shape({
    required: {
      type: choice('rich_text_preformatted'),
      elements: list(byType(richTextElements, ['text', 'link']), 10_000),
    },
    optional: { border, language: text(255) },
  }),
}

export const richText = shape({
  required: { type: choice('rich_text'), elements: list(byType(richTextParts), 10_000) },
  optional: { block_id: id },
})
