const selects = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
]
const multiSelects = selects.map((type) => `multi_${type}`)
const choices = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker']

/** Which elements may be used where. */
export const sectionAccessories = ['button', 'overflow', 'image', ...choices, ...selects, ...multiSelects]
export const actionElements = [
  'button',
  'overflow',
  'datetimepicker',
  'rich_text_input',
  ...choices,
  ...selects,
  ...multiSelects,
]
export const inputElements = [
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
  'rich_text_input',
  'datetimepicker',
  ...choices,
  ...selects,
  ...multiSelects,
]
export const cardButtons = ['button']
export const contextActions = ['feedback_buttons', 'icon_button']
