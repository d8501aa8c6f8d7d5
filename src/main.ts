/** Entry point: creates the parts and passes them to the command line, which runs one command and exits. */
import { createParts } from './app.ts'
import { runCommand } from './cli/program.ts'

export function main(argv: readonly string[]): Promise<void> {
  return runCommand(createParts(), argv)
}
