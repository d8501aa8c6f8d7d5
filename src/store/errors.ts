/** Store faults that an operator can fix. */

/** The database was written by a newer version of the program. */
export class NewerSchemaError extends Error {
  override name = 'NewerSchemaError'
}

/** Another process is running on the same SQLite file. */
export class StoreInUseError extends Error {
  override name = 'StoreInUseError'
}

/** The address of a PostgreSQL, or the server behind it, does not accept the connection. */
export class DatabaseAddressError extends Error {
  override name = 'DatabaseAddressError'

  constructor(message: string, cause: unknown) {
    super(message, { cause })
  }
}
