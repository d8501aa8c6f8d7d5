/** Recording looks: no figure of another person is read before the store has recorded who asked for it. */
import type { Shown } from '../domain/access/look.ts'
import type { AnswerContext } from './answer-context.ts'

/** One's own figures are recorded only if somebody else asked for them in one's place, as on the command line. */
export async function recordLooks(
  { store, asker, self, by }: AnswerContext,
  ownerIds: readonly string[],
  { view, metrics, period }: Shown,
): Promise<void> {
  const looks = ownerIds
    .filter((ownerId) => by.actor !== null || ownerId !== self.id)
    .map((ownerId) => ({
      actor: by.actor ?? asker.userId,
      actorOwnerId: by.actor === null ? self.id : null,
      ownerId,
      shown: { view, metrics, period },
      surface: by.surface,
    }))
  if (looks.length > 0) await store.audit.recordLooks(looks)
}
