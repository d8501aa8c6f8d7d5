/** Reads and writes the values of fields, in the format of state.values. */

/** The value(s) in a state entry, as the page sends them. */
function pickedIn(entry) {
  if (entry === undefined) return undefined
  const { type: _type, ...rest } = entry
  const [value] = Object.values(rest)
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map((one) => one.value ?? one)
  if (value.type === 'rich_text') return textIn(value)
  return typeof value === 'object' ? value.value : String(value)
}

function textIn(value) {
  if (Array.isArray(value)) return value.map(textIn).join('')
  if (typeof value !== 'object' || value === null) return ''
  return typeof value.text === 'string' ? value.text : textIn(Object.values(value))
}

/** What a field shows before anybody changes it. */
function initialOf(element) {
  const key = Object.keys(element).find((name) => name.startsWith('initial_'))
  if (key === undefined) return null
  const given = element[key]
  if (Array.isArray(given)) return given.map((one) => one.value ?? one)
  if (given?.type === 'rich_text') return textIn(given)
  return typeof given === 'object' && given !== null ? given.value : String(given)
}

/** What this field should show now: what was picked before, otherwise its initial value. */
export function shownValue(element, blockId, state) {
  const picked = pickedIn(state?.[blockId]?.[element.action_id])
  return picked === undefined ? initialOf(element) : picked
}

/** The choices of any select, as groups of {value, label, description}. */
export function choicesOf(element, people) {
  const type = element.type.replace(/^multi_/, '')
  const plain = (option) => ({
    value: option.value,
    label: option.text.text,
    description: option.description?.text ?? '',
  })
  if (type === 'users_select') {
    const users = people.users.filter(({ isBot }) => !isBot)
    return [{ label: '', options: users.map(({ id, realName }) => ({ value: id, label: realName })) }]
  }
  if (type === 'channels_select' || type === 'conversations_select') {
    const open = people.channels.filter((channel) => isOffered(channel, type, element.filter))
    return [
      {
        label: '',
        options: open.map(({ id, name, isIm }) => ({ value: id, label: isIm ? name : `#${name}` })),
      },
    ]
  }
  const groups = element.option_groups ?? [{ label: { text: '' }, options: element.options ?? [] }]
  return groups.map((group) => ({ label: group.label.text, options: group.options.map(plain) }))
}

function isOffered(channel, type, filter) {
  if (channel.isArchived) return false
  if (type === 'channels_select') return !channel.isIm && !channel.isPrivate
  const kind = channel.isIm ? 'im' : channel.isPrivate ? 'private' : 'public'
  if (filter?.include !== undefined && !filter.include.includes(kind)) return false
  return !(filter?.exclude_external_shared_channels && channel.isExtShared)
}
