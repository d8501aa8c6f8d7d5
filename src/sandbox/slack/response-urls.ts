import type { Ids } from './ids.ts'
import type { Shown } from './model.ts'

/** What a response_url refers to: the person, the place, and the clicked message, if there is one. */
export interface ResponseUrl {
  token: string
  userId: string
  channelId: string
  threadTs: string | undefined
  /** What replace_original and delete_original apply to; without it, they apply to the last answer. */
  clicked: Shown | undefined
  issuedAt: number
  uses: number
  /** Everything that came through it or in the ack, in order. */
  replies: Shown[]
}

export interface ResponseUrlStart {
  userId: string
  channelId: string
  threadTs?: string | undefined
  clicked?: Shown | undefined
}

export interface ResponseUrls {
  issue(kind: 'commands' | 'actions', start: ResponseUrlStart): { url: string; record: ResponseUrl }
  find(token: string): ResponseUrl | undefined
  /** Counts a use. Returns Slack's error if the URL may no longer be used. */
  use(record: ResponseUrl): string | undefined
}

const responseUrlUses = 5
const responseUrlLifeMs = 30 * 60_000

export interface ResponseUrlPorts {
  ids: Ids
  clock: () => number
  baseUrl: string
}

export function createResponseUrls({ ids, clock, baseUrl }: ResponseUrlPorts): ResponseUrls {
  const issued = new Map<string, ResponseUrl>()

  function forgetOld(now: number): void {
    for (const [token, record] of issued) {
      if (now - record.issuedAt < responseUrlLifeMs * 2) return
      issued.delete(token)
    }
  }

  return {
    issue(kind, start) {
      const now = clock()
      forgetOld(now)
      const token = ids.secret()
      const record: ResponseUrl = {
        token,
        userId: start.userId,
        channelId: start.channelId,
        threadTs: start.threadTs,
        clicked: start.clicked,
        issuedAt: now,
        uses: 0,
        replies: [],
      }
      issued.set(token, record)
      return { url: `${baseUrl}/${kind}/T0SANDBOX01/${now}/${token}`, record }
    },
    find: (token) => issued.get(token),
    use(record) {
      if (clock() - record.issuedAt > responseUrlLifeMs) return 'expired_url'
      if (record.uses >= responseUrlUses) return 'used_url'
      record.uses += 1
      return undefined
    },
  }
}
