/** What a text means, or why it means nothing. */
export type Reading<T> = { value: T } | { reason: string }
