/** Entry point: creates the services and passes them to the command line, which runs one command and exits. */
import { createServices } from './app.ts'
import { runCommand } from './cli/program.ts'

export function main(argv: readonly string[]): Promise<void> {
  return runCommand(createServices(), argv)
}
