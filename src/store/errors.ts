/** Faults of the store that somebody can mend. */

/** The database was written by a newer version of the program. */
export class NewerSchemaError extends Error {
  override name = 'NewerSchemaError'
}

/** Another process runs on the same SQLite file. */
export class StoreInUseError extends Error {
  override name = 'StoreInUseError'
}

/** The address of a PostgreSQL, or the server behind it, lets nobody in. */
export class DatabaseAddressError extends Error {
  override name = 'DatabaseAddressError'

  constructor(message: string, cause: unknown) {
    super(message, { cause })
  }
}
