/** `.env` is there but cannot be read. */
export class EnvironmentFileError extends Error {
  constructor(path: string, cause: unknown) {
    super(`${path} is there but cannot be read. Make it a readable text file, or take it away.`, { cause })
    this.name = 'EnvironmentFileError'
  }
}
