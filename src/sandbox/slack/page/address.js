/** What is open, stored in the address: /#channel=C1&thread=TS&as=U1, or /#tab=home&as=U1. */

export function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1))
  return {
    userId: given.get('as') ?? '',
    channelId: given.get('channel') ?? '',
    threadTs: given.get('thread') ?? '',
    tab: given.get('tab') === 'home' ? 'home' : 'messages',
  }
}

export function writeAddress({ userId, channelId, threadTs, tab }) {
  const given = new URLSearchParams()
  if (tab === 'home') given.set('tab', 'home')
  if (channelId) given.set('channel', channelId)
  if (threadTs) given.set('thread', threadTs)
  if (userId) given.set('as', userId)
  history.pushState(null, '', `#${given}`)
}
