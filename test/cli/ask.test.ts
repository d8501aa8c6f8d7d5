/** What somebody would see in Slack, from the command line. */
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANA, GUEST, STRANGER } from '../company.ts'
import { scoreline } from './command.ts'
import { type FilledCompany, filledCompany } from './company-store.ts'

let world: FilledCompany
let ana: string

beforeAll(async () => {
  world = await filledCompany({ now: Date.now(), days: 40 })
  ana = emailOf(ANA)
})
afterAll(() => world.end())

function emailOf(ownerId: string): string {
  const owner = world.company.account.owners.find(({ id }) => id === ownerId)
  if (!owner?.email) throw new Error(`${ownerId} has no e-mail`)
  return owner.email
}

async function json(args: readonly string[], input?: string) {
  const { stdout } = await world.run(['ask', ...args, '--json'], input)
  return JSON.parse(stdout)
}

describe('ask', () => {
  test('prints the question as it was read, the access that applied, and the answer', async () => {
    const { code, stdout, stderr } = await world.run(['ask', '--as', ana, 'cals', 'last', 'week'])
    const [question, access, head, first] = stdout.split('\n')

    expect([code, stderr]).toEqual([0, ''])
    expect(question).toMatch(
      /^Question: Calls · Ana Sørensen · last week \(20\d\d-\d\d-\d\d to 20\d\d-\d\d-\d\d\) · 'cals' read as 'calls'$/,
    )
    expect(access).toMatch(/^Access: Ana Sørensen, a rep in .*North.* · allowed \(Ana Sørensen\)$/)
    expect(head).toBe('Answer:')
    expect(first).toMatch(/^ {2}Calls last week: \d+$/)
  })

  test('has the number of the metric command, and the blocks that Slack gets', async () => {
    const metric = await world.run(['metric', 'calls', '--rep', ANA, '--period', 'last week', '--json'])
    const { value } = JSON.parse(metric.stdout)
    const found = await json(['--as', ana, 'calls last week'])

    expect(found).toMatchObject({
      as: ana,
      words: 'calls last week',
      question: { kind: 'question', question: { metrics: ['calls'], view: 'card' }, days: {} },
      access: {
        isAllowed: true,
        self: { ownerId: ANA, isRep: true },
        subject: { kind: 'rep', isAsker: true },
      },
      answer: { kind: 'card', lines: [{ metric: 'calls', value: { value } }] },
      _meta: { incomplete: {} },
    })
    expect(found.answer.text.split('\n')[0]).toBe(found.answer.blocks[0].elements[0].elements[0].text.trim())
  })

  test('refuses what Slack refuses, and says why', async () => {
    const guest = await json(['--as', emailOf(GUEST), 'calls'])
    const other = await json(['--as', ana, 'calls jonas'])
    const unlinked = await json(['--as', STRANGER.email, 'calls'])

    expect(guest.access).toMatchObject({ isAllowed: false, refusal: 'guest', subject: null })
    expect(other.access).toMatchObject({ isAllowed: false, refusal: 'otherPerson', self: { ownerId: ANA } })
    expect(unlinked.access).toMatchObject({ isAllowed: false, refusal: 'unlinked', self: null })
    expect(other.answer).toMatchObject({ kind: 'refused', text: expect.stringMatching(/\w/) })
  })

  test('is recorded as a look by the user of the machine, which the person sees', async () => {
    await world.run(['ask', '--as', ana, 'calls last week'])
    const { stdout } = await world.run(['ask', '--as', ana, 'privacy'])

    expect(stdout).toContain(`${userInfo().username} (command line): Calls`)
  })

  test('answers in the language that the person has chosen in Slack', async () => {
    const email = emailOf('71000002')
    const user = world.company.slack.workspace.users.find((one) => one.email === email)
    if (user) user.locale = 'da-DK'

    const { stdout } = await world.run(['ask', '--as', email, 'opkald sidste uge'])

    expect(stdout).toContain('Question: Calls')
    expect(stdout).toContain('  Opkald sidste uge: ')
  })

  test('prints one line for each phrase of a file', async () => {
    const phrases = '\uFEFFcalls last week\n\nhelp calls\r\nqwertz\ncalls jonas\n'
    const { code, stdout } = await world.run(['ask', '--as', ana, '--file', '-'], phrases)
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))

    expect(code).toBe(0)
    expect(lines.map((parts) => parts.length)).toEqual([4, 4, 4, 4])
    expect(lines.map(([words]) => words)).toEqual(['calls last week', 'help calls', 'qwertz', 'calls jonas'])
    expect(lines[1]?.[1]).toBe('help: calls')
    expect(lines[2]?.[1]).toMatch(/^not understood: 'qwertz'/)
    expect(lines[3]?.[2]).toMatch(/refused: otherPerson$/)

    const documents = await world.run(['ask', '--as', ana, '--file', '-', '--json'], phrases)
    const words = documents.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).words)
    expect(words).toEqual(lines.map(([typed]) => typed))
  })

  test('knows owners by their e-mail where Slack is not set up', async () => {
    const env = { DATABASE_URL: 'sqlite:scoreline.db' }
    const run = (email: string) =>
      scoreline(['ask', '--as', email, 'calls'], { folder: world.folder.path, env })
    const [known, unknown] = await Promise.all([run(ana.toUpperCase()), run(STRANGER.email)])

    expect([known.code, known.stdout]).toEqual([0, expect.stringContaining('Access: Ana Sørensen')])
    expect([unknown.code, unknown.stdout]).toEqual([2, ''])
    expect(unknown.stderr).toContain(`Nobody has the e-mail ${STRANGER.email}`)
  })

  test('says so if Slack cannot be asked, and answers by the e-mail', async () => {
    const env = {
      DATABASE_URL: `sqlite:${join(world.folder.path, 'scoreline.db')}`,
      SLACK_BOT_TOKEN: 'xoxb-revoked',
      SLACK_APP_TOKEN: 'xapp-any',
      SLACK_API_URL: world.company.slack.apiUrl,
    }
    const { code, stdout, stderr } = await scoreline(['ask', '--as', ana, 'calls'], {
      folder: world.folder.path,
      env,
    })

    expect([code, stdout]).toEqual([0, expect.stringContaining('Access: Ana Sørensen')])
    expect(stderr).toMatch(/^Slack did not say who .* is \(invalid_auth/)
  })
})
