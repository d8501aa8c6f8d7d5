/** Complaints about a JSON document: where a value is, and what it must be. */
import type { z } from 'zod'

export interface Complaint {
  path: readonly PropertyKey[]
  message: string
}

/** One for each thing that is wrong: keys that nothing knows are complained about one by one. */
export function complaintsIn(issue: z.core.$ZodIssue): Complaint[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], message: issue.message }))
  if (issue.code === 'invalid_key')
    return issue.issues.map(({ message }) => ({ path, message: `the key ${message}` }))
  return [{ path, message: issue.message }]
}

export function complaintText({ path, message }: Complaint): string {
  return `${pathText(path)}: ${message}`
}

/** `quotas[2].to`. Keys that are not plain words are quoted. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    const key = String(part)
    if (!/^\w+$/.test(key)) return `${text}[${JSON.stringify(key)}]`
    return text === '' ? key : `${text}.${key}`
  }, '')
}
