import {
  also,
  bool,
  type Check,
  choice,
  complain,
  finite,
  integer,
  list,
  matching,
  shape,
  text,
} from './check.ts'
import { id, image, mrkdwn, plain, richText, textObject, url } from './text-rules.ts'

const confirm = shape({
  required: { text: textObject(300) },
  optional: { title: plain(100), confirm: plain(30), deny: plain(30), style: choice('primary', 'danger') },
})

function option(label: Check, more: Record<string, Check> = {}): Check {
  return shape({ required: { text: label, value: text(75) }, optional: { description: plain(75), ...more } })
}

const plainOption = option(plain(75))
const richOption: Check = (value, pointer) => {
  const asPlain = plainOption(value, pointer)
  if (asPlain.length === 0) return []
  return option(mrkdwn(75))(value, pointer).length === 0 ? [] : asPlain
}
const optionGroup = shape({ required: { label: plain(75), options: list(plainOption, 100) } })

const actionable = { action_id: id, confirm }
const pickable = { ...actionable, placeholder: plain(150), focus_on_load: bool }
const several = { ...pickable, max_selected_items: integer(1, 10_000) }
const dispatch = shape({
  required: {},
  optional: { trigger_actions_on: list(choice('on_enter_pressed', 'on_character_entered'), 2) },
})
const typed = {
  action_id: id,
  placeholder: plain(150),
  focus_on_load: bool,
  dispatch_action_config: dispatch,
}
const filter = shape({
  required: {},
  optional: {
    include: list(choice('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: bool,
    exclude_bot_users: bool,
  },
})

function element(type: string, required: Record<string, Check>, optional: Record<string, Check>): Check {
  return shape({ required: { type: choice(type), ...required }, optional })
}

function staticSelect(type: string, optional: Record<string, Check>): Check {
  const options = { options: list(plainOption, 100), option_groups: list(optionGroup, 100) }
  return also(element(type, {}, { ...options, ...optional }), (value, pointer) =>
    (value['options'] === undefined) === (value['option_groups'] === undefined)
      ? [complain('must define one of `options` or `option_groups`', pointer)]
      : [],
  )
}

const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date formatted YYYY-MM-DD')
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time formatted HH:mm')
const color = choice('primary', 'danger')
const feedback = shape({
  required: { text: plain(75), value: text(2000) },
  optional: { accessibility_label: text(75) },
})

function conversations(type: string, initial: Record<string, Check>, more: Record<string, Check>): Check {
  return element(type, {}, { ...more, ...initial, default_to_current_conversation: bool, filter })
}

const responseUrl = { response_url_enabled: bool }
const ids = list(id, 100)

/** Every interactive element and its limits. */
export const elementRules: Record<string, Check> = {
  button: element(
    'button',
    { text: plain(75) },
    { ...actionable, value: text(2000), url, style: color, accessibility_label: text(75) },
  ),
  static_select: staticSelect('static_select', { ...pickable, initial_option: plainOption }),
  multi_static_select: staticSelect('multi_static_select', {
    ...several,
    initial_options: list(plainOption, 100),
  }),
  external_select: element(
    'external_select',
    {},
    { ...pickable, initial_option: plainOption, min_query_length: integer(0, 100) },
  ),
  users_select: element('users_select', {}, { ...pickable, initial_user: id }),
  multi_users_select: element('multi_users_select', {}, { ...several, initial_users: ids }),
  conversations_select: conversations(
    'conversations_select',
    { initial_conversation: id },
    { ...pickable, ...responseUrl },
  ),
  multi_conversations_select: conversations(
    'multi_conversations_select',
    { initial_conversations: ids },
    several,
  ),
  channels_select: element('channels_select', {}, { ...pickable, ...responseUrl, initial_channel: id }),
  multi_channels_select: element('multi_channels_select', {}, { ...several, initial_channels: ids }),
  overflow: element('overflow', { options: list(option(plain(75), { url }), 5) }, actionable),
  checkboxes: element(
    'checkboxes',
    { options: list(richOption, 10) },
    { ...actionable, initial_options: list(richOption, 10), focus_on_load: bool },
  ),
  radio_buttons: element(
    'radio_buttons',
    { options: list(richOption, 10) },
    { ...actionable, initial_option: richOption, focus_on_load: bool },
  ),
  datepicker: element('datepicker', {}, { ...pickable, initial_date: date }),
  timepicker: element('timepicker', {}, { ...pickable, initial_time: time, timezone: text(255) }),
  datetimepicker: element(
    'datetimepicker',
    {},
    { ...actionable, initial_date_time: finite, focus_on_load: bool },
  ),
  plain_text_input: element(
    'plain_text_input',
    {},
    {
      ...typed,
      initial_value: text(3000, 0),
      multiline: bool,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
    },
  ),
  number_input: element(
    'number_input',
    { is_decimal_allowed: bool },
    { ...typed, initial_value: text(255, 0), min_value: text(255), max_value: text(255) },
  ),
  email_text_input: element('email_text_input', {}, { ...typed, initial_value: text(3000, 0) }),
  url_text_input: element('url_text_input', {}, { ...typed, initial_value: text(3000, 0) }),
  rich_text_input: element(
    'rich_text_input',
    {},
    { ...typed, initial_value: richText, min_lines: integer(1, 100), max_lines: integer(1, 100) },
  ),
  feedback_buttons: element(
    'feedback_buttons',
    { positive_button: feedback, negative_button: feedback },
    { action_id: id },
  ),
  icon_button: element(
    'icon_button',
    { icon: choice('trash'), text: plain(75) },
    { ...actionable, value: text(2000), accessibility_label: text(75), visible_to_user_ids: ids },
  ),
  image: image({}),
}
