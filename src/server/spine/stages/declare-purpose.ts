import { declarePurpose as declare } from '../../../engine/purpose/declare-purpose.ts';
import type { OperationRun } from '../operation-run.ts';

/**
 * Finds why the principal asks, and under which case or authority (stage "declare purpose").
 * @throws PrivacyError as `engine/purpose/declare-purpose.ts` does
 */
export async function declarePurpose(run: OperationRun): Promise<void> {
  const { runtime, asked, operation, records, facts } = run;
  const { principal, privacyHeaders } = asked;
  const related = runtime.application.relationships.columnsOfCase(principal, records.today, facts);
  run.declaration = await declare(runtime, principal, privacyHeaders, operation!, records, related);
}
