/** Validates blocks and views as Slack would, by its documented limits; independent of the code under test. */
import { isObject, type Json, type JsonObject, listOf, objectsOf, textOf } from '../json.ts'
import { blockRules } from './block-rules.ts'
import { bool, type Check, choice, complain, list, orNull, type Refusal, shape, text } from './check.ts'
import { plain } from './text-rules.ts'
import { messageTotals } from './totals.ts'

export interface Judge {
  /** Block types that the workspace does not know yet. */
  refuses: Set<string>
}

type Surface = 'M' | 'V' | 'H'

const maxBlocks = { M: 50, V: 100, H: 100 } as const

/** The refusal of a message's blocks, or undefined if they may be posted. */
export function validateMessageBlocks(blocks: JsonObject[], judge: Judge): Refusal | undefined {
  const messages = blocksComplaints(blocks, 'M', { judge, pointer: '/blocks' })
  if (messages.length > 0) return { error: 'invalid_blocks', messages }
  return messageTotals(blocks)
}

interface Where {
  judge: Judge
  pointer: string
}

function blocksComplaints(blocks: Json[], surface: Surface, { judge, pointer }: Where): string[] {
  const max = maxBlocks[surface]
  if (blocks.length > max) return [complain(`no more than ${max} items allowed`, pointer)]
  const each = blocks.flatMap((block, index) =>
    blockComplaints(block, surface, { judge, pointer: `${pointer}/${index}` }),
  )
  return each.length > 0
    ? each
    : [...repeatedBlockIds(blocks, pointer), ...repeatedActionIds(blocks, pointer)]
}

function blockComplaints(block: Json, surface: Surface, { judge, pointer }: Where): string[] {
  if (!isObject(block)) return [complain('must be an object', pointer)]
  const type = textOf(block['type'])
  const rule = blockRules[type]
  if (rule === undefined || !rule.where.includes(surface) || judge.refuses.has(type)) {
    return [complain(`unsupported type: ${type}`, `${pointer}/type`)]
  }
  return rule.check(block, pointer)
}

function repeated(ids: string[]): string[] {
  return [...new Set(ids.filter((id, index) => id !== '' && ids.indexOf(id) !== index))]
}

function repeatedBlockIds(blocks: Json[], pointer: string): string[] {
  const ids = objectsOf(blocks).map((block) => textOf(block['block_id']))
  return repeated(ids).map((id) => complain(`block_id \`${id}\` already exists`, pointer))
}

/** Action ids must differ within their block. */
function repeatedActionIds(blocks: Json[], pointer: string): string[] {
  return objectsOf(blocks).flatMap((block, index) =>
    repeated(actionIds(block)).map((id) =>
      complain(`action_id \`${id}\` already exists for the given block`, `${pointer}/${index}`),
    ),
  )
}

function actionIds(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(actionIds)
  if (!isObject(value)) return []
  return [textOf(value['action_id']), ...Object.values(value).flatMap(actionIds)]
}

const anything: Check = () => []
const blockList = list(anything, Number.MAX_SAFE_INTEGER, 0)

const commonView = {
  type: choice('modal', 'home'),
  blocks: blockList,
}
const optionalView = {
  private_metadata: text(3000, 0),
  callback_id: text(255, 0),
  external_id: text(255, 0),
}

const modalShape = shape({
  required: { ...commonView, title: plain(24) },
  optional: {
    ...optionalView,
    close: orNull(plain(24)),
    submit: orNull(plain(24)),
    clear_on_close: bool,
    notify_on_close: bool,
  },
})

const homeShape = shape({ required: commonView, optional: optionalView })

/** The refusal of a modal or Home view, or undefined if it may be shown. */
export function validateView(view: JsonObject, judge: Judge): Refusal | undefined {
  const isHome = view['type'] === 'home'
  const outer = (isHome ? homeShape : modalShape)(view, '/view')
  const blocks = listOf(view['blocks'])
  const inner = blocksComplaints(blocks, isHome ? 'H' : 'V', { judge, pointer: '/view/blocks' })
  const hasInput = objectsOf(blocks).some((block) => block['type'] === 'input')
  const lacksSubmit = !isHome && hasInput && !isObject(view['submit'])
  const submit = lacksSubmit ? [complain('submit is required with input blocks', '/view')] : []
  const messages = [...outer, ...inner, ...submit]
  return messages.length > 0 ? { error: 'invalid_arguments', messages } : undefined
}
