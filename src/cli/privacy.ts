import { Command, CommanderError } from 'commander';
import { addCoverage } from './privacy/coverage.ts';
import { addDatabase } from './privacy/database.ts';
import { addDiff } from './privacy/diff.ts';
import { addDocuments } from './privacy/documents.ts';
import { addDryRun } from './privacy/dry-run.ts';
import { addEraseOpening } from './privacy/erase-opening.ts';
import { addExplain } from './privacy/explain.ts';
import { addExport } from './privacy/export.ts';
import { addExportLog } from './privacy/export-log.ts';
import { addIdentity } from './privacy/identity.ts';
import { addLint } from './privacy/lint.ts';
import { addLogKeys } from './privacy/log-keys.ts';
import { addMatrix } from './privacy/matrix.ts';
import { addPruneLog } from './privacy/prune-log.ts';
import { addRecord } from './privacy/record.ts';
import { addRotateLogKey } from './privacy/rotate-log-key.ts';
import { addSchema } from './privacy/schema.ts';
import { addVerifyLog } from './privacy/verify-log.ts';

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
addMatrix(program);
addExplain(program);
addRecord(program);
addCoverage(program);
addLint(program);
addExport(program);
addDiff(program);
addDryRun(program);
addDocuments(program);
addEraseOpening(program);
addLogKeys(program);
addRotateLogKey(program);
addPruneLog(program);
addExportLog(program);
addSchema(program);
addVerifyLog(program);
addDatabase(program);
addIdentity(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
