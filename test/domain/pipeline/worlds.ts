/** A sales pipeline with three open stages, one won and one lost. */

import type { Pipeline, Stage } from '../../../src/domain/company/people.ts'
import type { Rep } from '../../../src/domain/company/roster.ts'
import { anOwner } from '../../builders.ts'

export function aStage(changes: Partial<Stage> = {}): Stage {
  return { id: 's1', label: 'One', order: 0, isClosed: false, probability: '0.2', ...changes }
}

export function aPipeline(changes: Partial<Pipeline> = {}): Pipeline {
  return {
    id: 'default',
    label: 'Sales',
    order: 0,
    stages: [
      aStage(),
      aStage({ id: 's2', order: 1, probability: '0.5' }),
      aStage({ id: 's3', order: 2, probability: '0.8' }),
      aStage({ id: 'won', order: 3, isClosed: true, probability: '1.0' }),
      aStage({ id: 'lost', order: 4, isClosed: true, probability: '0.0' }),
    ],
    ...changes,
  }
}

export function aRep(changes: Partial<Rep> = {}): Rep {
  return {
    id: '1',
    name: 'Ana',
    owner: anOwner(),
    zone: 'Europe/Copenhagen',
    primaryTeamId: null,
    teamIds: [],
    archiveDay: null,
    leave: [],
    weekdays: null,
    ...changes,
  }
}
