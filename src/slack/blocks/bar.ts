const CELLS = 10

/** A bar of ten cells for a share; only 100 % or more fills it. */
export function bar(share: number): string {
  const rounded = Math.max(0, Math.round(share * CELLS))
  const filled = share >= 1 ? CELLS : Math.min(CELLS - 1, rounded)
  return '▓'.repeat(filled) + '░'.repeat(CELLS - filled)
}
