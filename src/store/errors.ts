/** Store faults that an operator can fix. */

/** The database was written by a newer version of the program. */
export class NewerSchemaError extends Error {
  override name = 'NewerSchemaError'
}

/** Another process is running on the same SQLite file. */
export class StoreInUseError extends Error {
  override name = 'StoreInUseError'
}

/** There is no store where there has to be one. */
export class NoStoreError extends Error {
  override name = 'NoStoreError'
}

/** The disk of the database is full or broken. */
export class DiskError extends Error {
  override name = 'DiskError'
}

/** The file of the database cannot be used, or a PostgreSQL, or its address, does not accept the connection. */
export class DatabaseAddressError extends Error {
  override name = 'DatabaseAddressError'

  constructor(message: string, cause: unknown) {
    super(message, { cause })
  }
}
