/** `.env` exists but cannot be read. The message says why and what to do. */
export class EnvironmentFileError extends Error {
  constructor(path: string, why: string, cause?: unknown) {
    super(`${path} ${why}. Make it a text file in UTF-8 that this user can read, or remove it.`, { cause })
    this.name = 'EnvironmentFileError'
  }
}
