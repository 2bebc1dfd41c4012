import { Command, CommanderError } from 'commander';
import type { LoadApplication } from '../engine/application.ts';
import { asPrivacyError } from '../platform/errors/errors.ts';

/** Loads the module of a command, and returns the function that adds it to a program. */
export type LoadCommand = () => Promise<(program: Command, load: LoadApplication) => void>;

/** The commands that work on any application, by name. The modules of all of them take longer to load than most commands take to run. */
export const usualCommands = {
  matrix: async () => (await import('./policy/matrix/matrix.ts')).addMatrix,
  explain: async () => (await import('./policy/explain/explain.ts')).addExplain,
  record: async () => (await import('./policy/record/record.ts')).addRecord,
  coverage: async () => (await import('./policy/coverage/coverage.ts')).addCoverage,
  lint: async () => (await import('./policy/lint.ts')).addLint,
  export: async () => (await import('./policy/export.ts')).addExport,
  diff: async () => (await import('./policy/diff/diff.ts')).addDiff,
  'dry-run': async () => (await import('./policy/dry-run/dry-run.ts')).addDryRun,
  documents: async () => (await import('./policy/documents.ts')).addDocuments,
  'erase-approved': async () => (await import('./log/change/erase-approved.ts')).addEraseApproved,
  'log-keys': async () => (await import('./log/log-keys.ts')).addLogKeys,
  'rotate-log-key': async () => (await import('./log/change/rotate-log-key.ts')).addRotateLogKey,
  'prune-log': async () => (await import('./log/change/prune-log.ts')).addPruneLog,
  'export-log': async () => (await import('./log/export/export-log.ts')).addExportLog,
  schema: async () => (await import('./policy/schema.ts')).addSchema,
  'verify-log': async () => (await import('./log/verify/verify-log.ts')).addVerifyLog,
  database: async () => (await import('./database/database.ts')).addDatabase,
} satisfies Readonly<Record<string, LoadCommand>>;

/** A program with commands. */
export interface CommandProgram {
  /** How people call it, for its help. */
  readonly name: string;
  readonly commands: Readonly<Record<string, LoadCommand>>;
  /** Options before the command, which the program has read already: flags and description. */
  readonly options?: readonly (readonly [flags: string, description: string])[];
}

/**
 * Runs a command of a program, which sets the exit code of the process.
 * @param load the application that it works on
 * @param given the command's name and what follows it
 */
export async function runCommand(
  { name, commands, options = [] }: CommandProgram,
  load: LoadApplication,
  given: readonly string[],
): Promise<void> {
  const program = new Command(name)
    .description(
      'Checks, compares and explains the policy; maintains and verifies the access log. Exit codes: 0, 1 if something was found, 2 on failure.',
    )
    // A wrong option counts as a failure (exit code 2).
    .exitOverride();
  for (const [flags, description] of options) program.option(flags, description);
  const [named = ''] = given;
  // The help lists all commands, and so does the refusal of an unknown one.
  const loaded = Object.hasOwn(commands, named) ? [commands[named]!] : Object.values(commands);
  try {
    for (const importCommand of loaded) (await importCommand())(program, load);
    await program.parseAsync(given, { from: 'user' });
  } catch (error) {
    // Of a module that refuses to be loaded, such as sentences with a wrong translation.
    const known = asPrivacyError(error);
    if (known) process.stderr.write(`${known.message}\n`);
    else if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
  }
}
