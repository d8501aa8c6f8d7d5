import { SETTINGS_HELP } from '../../config/settings-help.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../domain/company/settings.ts'
import { wrapped } from '../insights/lines.ts'

export function isKey(text: string): text is keyof Settings {
  return Object.hasOwn(SETTINGS_HELP, text)
}

/** Every key with what it is for. */
export function keysText(): string {
  return Object.entries(SETTINGS_HELP)
    .flatMap(([key, { means }]) => [key, ...wrapped(means)])
    .join('\n')
}

/** One key, with an example to copy. */
export function keyText(key: keyof Settings, present: Settings): string {
  const { means, shape, example } = SETTINGS_HELP[key]
  const [first, now] = [DEFAULT_SETTINGS[key], present[key]].map((value) => JSON.stringify(value))
  return [
    ...wrapped(`${key}: ${means}`, ''),
    ...wrapped(`Shape: ${shape}`),
    ...wrapped(`Default: ${first}`),
    ...(now === first ? [] : wrapped(`Now: ${now}`)),
    '  Example:',
    ...JSON.stringify({ [key]: example }, null, 2)
      .split('\n')
      .map((line) => `    ${line}`),
  ].join('\n')
}
