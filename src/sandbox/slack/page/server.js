/** The page's requests to the sandbox's server. */

export async function readState({ userId, channelId, threadTs }) {
  const query = new URLSearchParams({ as: userId, channel: channelId, thread: threadTs })
  const response = await fetch(`/page/state?${query}`)
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`)
  return response.json()
}

/** Does something as a person. Returns what went wrong as text, or undefined. */
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

/** Calls back on every change of the workspace, even after the connection was lost. */
export function watchChanges(changed) {
  const source = new EventSource('/page/stream')
  source.addEventListener('message', changed)
}
