/** Between two polls, unless it is said otherwise. */
export const POLL_SECONDS = 300
