/** The bot's listeners and answers in HTTP mode, on a store with the seeded company. */
import { createAnswers } from '../../src/answers/answers.ts'
import { oauthScopesFor } from '../../src/hubspot/oauth-scopes.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import type { Store } from '../../src/ports/store.ts'
import { createSlack } from '../../src/slack/slack.ts'
import { openStore } from '../../src/store/store.ts'
import { ListenOrder } from './orders.ts'
import { serve } from './serve.ts'

const clock = { now: () => Date.now() }
const silent = () => undefined
const log = { debug: silent, info: silent, warn: console.error, error: console.error }

let store: Store | undefined

serve({
  /** Opens the store and returns the people who may ask. */
  async open(input) {
    const { path } = ListenOrder.pick({ path: true }).parse(input)
    store = await openStore({ kind: 'sqlite', path })
    const [{ owners }, { tracked }] = [await store.directory.read(), await store.settings.read()]
    return owners
      .filter(({ id, isArchived }) => !isArchived && (tracked === null || tracked.includes(id)))
      .flatMap(({ id, email }) => (email === null ? [] : [{ userId: `U${id}`, email }]))
  },
  async listen(input) {
    const { apiUrl, signingSecret } = ListenOrder.parse(input)
    if (!store) throw new Error('the store is not open')
    const answers = createAnswers({ store, clock, lexicons: LEXICONS })
    const slack = createSlack({
      config: {
        botToken: 'xoxb-bench',
        mode: { kind: 'http', signingSecret },
        apiUrl,
        host: '127.0.0.1',
        port: 0,
      },
      oauthScopesFor,
      routes: [],
      answer: ({ asker, words }) => answers.answer({ asker, words }),
      log,
      clock,
      onFatal: (error) => {
        throw error
      },
    })
    await slack.start()
    return slack.port()
  },
})
