import type { SandboxChannel, SandboxUser } from './model.ts'
import type { Workspace } from './workspace.ts'

/** The command's text as the app receives it: with should_escape, people and channels become ids. */
export function escapeTyped(typed: string, workspace: Workspace): string {
  const plain = typed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return plain
    .split(/(?<=^|\s)(?=[@#])/)
    .map((part) => mentionIn(part, workspace))
    .join('')
}

function mentionIn(part: string, workspace: Workspace): string {
  if (part.startsWith('@')) return userMention(part, workspace.users)
  return part.startsWith('#') ? channelMention(part, workspace.channels) : part
}

/** The longest name that the text continues with, so that 'Ana Berg' is not taken for 'Ana'. */
function longest(rest: string, names: string[]): string | undefined {
  const lower = rest.toLowerCase()
  return names
    .filter((name) => name !== '' && lower.startsWith(name.toLowerCase()))
    .filter((name) => !/[\p{L}\p{N}_-]/u.test(rest.charAt(name.length)))
    .toSorted((a, b) => b.length - a.length)[0]
}

function userMention(part: string, users: SandboxUser[]): string {
  const rest = part.slice(1)
  const name = longest(
    rest,
    users.flatMap((user) => [user.name, user.realName]),
  )
  const user = users.find((one) => one.name === name || one.realName === name)
  return user === undefined || name === undefined
    ? part
    : `<@${user.id}|${user.name}>${rest.slice(name.length)}`
}

function channelMention(part: string, channels: SandboxChannel[]): string {
  const rest = part.slice(1)
  const named = channels.filter((channel) => channel.imUserId === undefined)
  const name = longest(
    rest,
    named.map((channel) => channel.name),
  )
  const channel = named.find((one) => one.name === name)
  return channel === undefined || name === undefined
    ? part
    : `<#${channel.id}|${channel.name}>${rest.slice(name.length)}`
}
