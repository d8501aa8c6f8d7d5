const CELLS = 10

/** A bar of ten cells for a share; full from 100 % on. */
export function bar(share: number): string {
  const filled = Math.min(CELLS, Math.max(0, Math.floor(share * CELLS + 1e-9)))
  return '▓'.repeat(filled) + '░'.repeat(CELLS - filled)
}
