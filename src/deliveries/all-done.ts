/** Waits for all runs, even if one fails, so that no send is left running unnoticed. */
export async function allDone(runs: readonly Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(runs)
  const failures = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  if (failures.length > 0) throw new AggregateError(failures, 'some deliveries could not be processed')
}
