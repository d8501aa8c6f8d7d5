import { also, bool, byType, type Check, choice, complain, integer, list, shape, text } from './check.ts'
import { dataTable, dataVisualization, table } from './data-rules.ts'
import {
  actionElements,
  cardButtons,
  contextActions,
  inputElements,
  sectionAccessories,
} from './element-places.ts'
import { elementRules } from './element-rules.ts'
import { id, image, mrkdwn, plain, richText, textObject, url } from './text-rules.ts'

/** Where a block may be used: M messages, V modals, H Home. */
export interface BlockRule {
  where: string
  check: Check
}

function block(type: string, required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return shape({ required: { type: choice(type), ...required }, optional: { block_id: id, ...optional } })
}

function oneOf(check: Check, ...keys: string[]): Check {
  return also(check, (value, pointer) =>
    keys.some((key) => value[key] !== undefined)
      ? []
      : [complain(`must define either ${keys.map((key) => `\`${key}\``).join(' or ')}`, pointer)],
  )
}

const section = oneOf(
  block(
    'section',
    {},
    {
      text: textObject(3000),
      fields: list(textObject(2000), 10),
      accessory: byType(elementRules, sectionAccessories),
      expand: bool,
    },
  ),
  'text',
  'fields',
)

const contextParts = byType({ image: image({}), plain_text: plain(3000), mrkdwn: mrkdwn(3000) })

const card = oneOf(
  block(
    'card',
    {},
    {
      hero_image: image({}),
      icon: image({}),
      slack_icon: shape({ required: { name: text(255) }, optional: { type: text(255) } }),
      title: textObject(150),
      subtitle: textObject(150),
      body: textObject(200),
      subtext: textObject(200),
      actions: list(byType(elementRules, cardButtons), 3),
    },
  ),
  'hero_image',
  'title',
  'actions',
  'body',
)

const header = block('header', { text: plain(150) }, { level: integer(1, 4) })
const actions = block('actions', { elements: list(byType(elementRules, actionElements), 25) })
const context = block('context', { elements: list(contextParts, 10) })
const imageBlock = image({ title: plain(2000, 0), block_id: id })
const input = block(
  'input',
  { label: plain(2000), element: byType(elementRules, inputElements) },
  { hint: plain(2000), optional: bool, dispatch_action: bool },
)
const divider = block('divider', {})

const contained = byType({
  actions,
  context,
  divider,
  header,
  image: imageBlock,
  input,
  rich_text: richText,
  section,
  table,
})

const container = oneOf(
  block(
    'container',
    { child_blocks: list(contained, 10) },
    {
      title: plain(150),
      rich_text_title: richText,
      subtitle: textObject(150),
      width: choice('narrow', 'standard', 'wide', 'full'),
      icon: image({}),
      is_collapsible: bool,
      default_collapsed: bool,
      has_header_divider: bool,
    },
  ),
  'title',
  'rich_text_title',
)

const taskFields = { task_id: id, title: text(2000), status: choice('in_progress', 'complete', 'error') }
const source = shape({ required: { type: choice('url'), url, text: text(2000) } })
const taskCard = block('task_card', taskFields, {
  details: richText,
  output: richText,
  sources: list(source, 100),
})
const plan = block('plan', { title: text(2000) }, { tasks: list(taskCard, 100) })

/** Every block that an app may send, where it may be used, and its limits. `file` and `video` are never accepted. */
export const blockRules: Record<string, BlockRule> = {
  section: { where: 'MVH', check: section },
  header: { where: 'MVH', check: header },
  context: { where: 'MVH', check: context },
  actions: { where: 'MVH', check: actions },
  divider: { where: 'MVH', check: divider },
  image: { where: 'MVH', check: imageBlock },
  input: { where: 'MVH', check: input },
  rich_text: { where: 'MVH', check: richText },
  markdown: { where: 'M', check: block('markdown', { text: text(12_000) }) },
  table: { where: 'MH', check: table },
  data_table: { where: 'MH', check: dataTable },
  data_visualization: { where: 'M', check: dataVisualization },
  card: { where: 'MH', check: card },
  carousel: { where: 'MH', check: block('carousel', { elements: list(card, 10) }) },
  container: { where: 'M', check: container },
  alert: {
    where: 'V',
    check: block(
      'alert',
      { text: textObject(200) },
      { level: choice('default', 'info', 'warning', 'error', 'success') },
    ),
  },
  context_actions: {
    where: 'M',
    check: block('context_actions', { elements: list(byType(elementRules, contextActions), 5) }),
  },
  task_card: { where: 'M', check: taskCard },
  plan: { where: 'M', check: plan },
}
