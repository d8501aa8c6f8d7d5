/** What the page asks of the sandbox's server. */

export async function readState({ userId, channelId, threadTs }) {
  const query = new URLSearchParams({ as: userId, channel: channelId, thread: threadTs })
  const response = await fetch(`/page/state?${query}`)
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`)
  return response.json()
}

/** Does something as a person; the text of what went wrong, or undefined. */
export async function act(body) {
  try {
    const response = await fetch('/page/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) return undefined
    const { error } = await response.json()
    return error ?? `The sandbox answered ${response.status}.`
  } catch {
    return 'The sandbox cannot be reached.'
  }
}

/** Calls back at every change of the workspace, also after the connection was lost. */
export function watchChanges(changed) {
  const source = new EventSource('/page/stream')
  source.addEventListener('message', changed)
}
