/** Times in the viewer's time zone. */

const forms = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  date_long_full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  day_divider: { weekday: 'long', month: 'long', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
}

function form(date, token, zone) {
  const options = zone ? { ...forms[token], timeZone: zone } : forms[token]
  if (token === 'date_num') return new Intl.DateTimeFormat('sv-SE', options).format(date)
  return new Intl.DateTimeFormat('en-GB', options).format(date)
}

function pretty(date, token, zone) {
  const dayOf = (at) => form(at, 'date_num', zone)
  const day = dayOf(date)
  const dayMs = 86_400_000
  if (day === dayOf(new Date())) return 'today'
  if (day === dayOf(new Date(Date.now() - dayMs))) return 'yesterday'
  if (day === dayOf(new Date(Date.now() + dayMs))) return 'tomorrow'
  return form(date, token, zone)
}

function ago(date) {
  const minutes = Math.round((Date.now() - date.getTime()) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} minutes ago`
  return minutes < 2880 ? `${Math.round(minutes / 60)} hours ago` : `${Math.round(minutes / 1440)} days ago`
}

/** Slack's date tokens, such as '{date_short} at {time}', for a Unix time in seconds. */
export function formatDate(unixSeconds, pattern, zone) {
  const date = new Date(unixSeconds * 1000)
  if (Number.isNaN(date.getTime())) return undefined
  return pattern.replace(/\{(\w+)\}/g, (whole, token) => {
    if (token === 'ago') return ago(date)
    const base = token.replace(/_pretty$/, '')
    if (forms[base] === undefined) return whole
    return token.endsWith('_pretty') ? pretty(date, base, zone) : form(date, base, zone)
  })
}

export function clockTime(ts, zone) {
  return form(new Date(Number(ts) * 1000), 'time', zone)
}

export function dayName(ts, zone) {
  const name = pretty(new Date(Number(ts) * 1000), 'day_divider', zone)
  return name.charAt(0).toUpperCase() + name.slice(1)
}
