/** `.env` is there but cannot be read: the message says why and what to do. */
export class EnvironmentFileError extends Error {
  constructor(path: string, why: string, cause?: unknown) {
    super(`${path} ${why}. Make it a text file in UTF-8 that this user may read, or take it away.`, { cause })
    this.name = 'EnvironmentFileError'
  }
}
