import type { Settings } from '../../domain/company/settings.ts'
import type { Installation, Person } from '../../ports/installation.ts'
import { type Finding, fix, note, ok } from './finding.ts'

type Named = Pick<Settings, 'digests' | 'roles'>

/** Whether those who are told about problems, admins and owners of digests, are full members whom a message reaches. */
export async function peopleFindings(
  slack: Installation,
  settings: Named,
  admins: readonly string[],
): Promise<Finding[]> {
  const named = namedPeople(settings, admins)
  const findings: Finding[] = []
  for (const [user, part] of named) {
    const isEmail = user.includes('@')
    findings.push(isEmail ? await emailFinding(slack, part, user) : await idFinding(slack, part, user))
  }
  return named.size > 0 ? findings : [NOBODY]
}

const NOBODY = note(
  'admins',
  'nobody is named: problems are reported in the log only',
  "Set SCORELINE_ADMINS to your Slack id; 'scoreline doctor --email ADDRESS' prints it.",
)

/** Each person once, as an admin if they are both. */
function namedPeople({ digests, roles }: Named, admins: readonly string[]): Map<string, 'admin' | 'owner'> {
  const appointed = roles.filter(({ role }) => role === 'admin').map(({ user }) => user)
  const owners = digests.flatMap(({ enabled, owner }) => (enabled && owner !== undefined ? [owner] : []))
  return new Map([
    ...owners.map((user) => [user, 'owner'] as const),
    ...[...admins, ...appointed].map((user) => [user, 'admin'] as const),
  ])
}

const KINDS: Readonly<Record<Exclude<Person['kind'], 'member'>, string>> = {
  guest: 'is a guest, not a full member',
  bot: 'is a bot',
  deactivated: 'was deactivated in Slack',
  stranger: 'belongs to another organisation',
}

const PLACES = {
  admin: 'Correct SCORELINE_ADMINS, or the roles in the settings.',
  owner: 'Set another owner of the digest.',
}

async function idFinding(slack: Installation, part: 'admin' | 'owner', id: string): Promise<Finding> {
  const check = `${part} ${id}`
  const look = await slack.person(id)
  if ('error' in look) return fix(check, `cannot be checked (${look.error})`, PLACES[part])
  if (look.kind === 'member') return ok(check, `${look.name}, a full member`)
  return fix(check, `${look.name} ${KINDS[look.kind]}`, PLACES[part])
}

/** Messages need an id. */
async function emailFinding(slack: Installation, part: 'admin' | 'owner', email: string): Promise<Finding> {
  const check = `${part} ${email}`
  const found = await slack.userIdByEmail(email)
  if ('error' in found) return fix(check, `cannot be looked up (${found.error})`, PLACES[part])
  if (found.id === null) return fix(check, 'Slack knows no member with this e-mail', PLACES[part])
  const remedy = `Replace it with ${found.id} in the settings.`
  return note(check, 'is named by e-mail, which messages cannot be sent to', remedy)
}
