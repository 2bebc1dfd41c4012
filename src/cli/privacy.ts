import { Command, CommanderError } from 'commander';

/** Each command by its name. The modules of all commands take longer to load than most commands take to run. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  matrix: async () => (await import('./privacy/matrix.ts')).addMatrix,
  explain: async () => (await import('./privacy/explain.ts')).addExplain,
  record: async () => (await import('./privacy/record.ts')).addRecord,
  coverage: async () => (await import('./privacy/coverage.ts')).addCoverage,
  lint: async () => (await import('./privacy/lint.ts')).addLint,
  export: async () => (await import('./privacy/export.ts')).addExport,
  diff: async () => (await import('./privacy/diff.ts')).addDiff,
  'dry-run': async () => (await import('./privacy/dry-run.ts')).addDryRun,
  documents: async () => (await import('./privacy/documents.ts')).addDocuments,
  'erase-opening': async () => (await import('./privacy/erase-opening.ts')).addEraseOpening,
  'log-keys': async () => (await import('./privacy/log-keys.ts')).addLogKeys,
  'rotate-log-key': async () => (await import('./privacy/rotate-log-key.ts')).addRotateLogKey,
  'prune-log': async () => (await import('./privacy/prune-log.ts')).addPruneLog,
  'export-log': async () => (await import('./privacy/export-log.ts')).addExportLog,
  schema: async () => (await import('./privacy/schema.ts')).addSchema,
  'verify-log': async () => (await import('./privacy/verify-log.ts')).addVerifyLog,
  database: async () => (await import('./privacy/database.ts')).addDatabase,
  identity: async () => (await import('./privacy/identity.ts')).addIdentity,
};

// A reader such as `head` may close the pipe early; that is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const program = new Command('privacy')
  .description(
    'Checks, compares and explains the policy; maintains and verifies the access log. Exit codes: 0, 1 if something was found, 2 on failure.',
  )
  // A wrong option counts as a failure (exit code 2).
  .exitOverride();
const [, , named = ''] = process.argv;
// The help lists all commands, and so does the refusal of an unknown one.
for (const load of Object.hasOwn(commands, named) ? [commands[named]!] : Object.values(commands)) (await load())(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
