/** What a text means, or the reason why it cannot be read. */
export type Reading<T> = { value: T } | { reason: string }
