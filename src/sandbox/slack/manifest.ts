import { type JsonObject, listOf, objectOf, objectsOf, textOf } from './json.ts'
import type { SandboxCommand, SandboxShortcut } from './model.ts'

export interface AppManifest {
  commands: SandboxCommand[]
  shortcuts: SandboxShortcut[]
  /** The events that the app subscribes to; undefined without a manifest. */
  events: string[] | undefined
}

export interface ManifestSources {
  commands?: (string | Partial<SandboxCommand>)[]
  manifest?: JsonObject
}

/** What the app offers: from a manifest, from a plain list, or both. */
export function readManifest({ commands = [], manifest }: ManifestSources): AppManifest {
  const features = objectOf(manifest?.['features'])
  return {
    commands: [...objectsOf(features['slash_commands']).map(toCommand), ...commands.map(named)],
    shortcuts: objectsOf(features['shortcuts']).map(toShortcut),
    events: manifest && listOf(subscriptionsOf(manifest)['bot_events']).map(textOf),
  }
}

function subscriptionsOf(manifest: JsonObject): JsonObject {
  return objectOf(objectOf(manifest['settings'])['event_subscriptions'])
}

/** In a manifest, should_escape is off by default. */
function toCommand(entry: JsonObject): SandboxCommand {
  return {
    command: textOf(entry['command']),
    description: textOf(entry['description']),
    usageHint: textOf(entry['usage_hint']),
    shouldEscape: entry['should_escape'] === true,
  }
}

function named(entry: string | Partial<SandboxCommand>): SandboxCommand {
  const given = typeof entry === 'string' ? { command: entry } : entry
  return { command: '', description: '', usageHint: '', shouldEscape: true, ...given }
}

function toShortcut(entry: JsonObject): SandboxShortcut {
  return {
    name: textOf(entry['name']),
    callbackId: textOf(entry['callback_id']),
    type: entry['type'] === 'message' ? 'message' : 'global',
  }
}
