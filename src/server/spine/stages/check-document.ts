import type { Result } from '../result.ts';
import { readBody } from '../../http/requests/read-body.ts';
import { prepareOperation } from '../document/apollo.ts';
import { describeInvalidDocument } from '../document/describe-invalid-document.ts';
import type { OperationRun } from '../operation-run.ts';

/**
 * Reads the body, checks the size of its document before it is parsed and again before it is validated, and chooses the operation (stage
 * "check document").
 * @returns the refusal of a document that is not valid
 * @throws PrivacyError BODY_INVALID; as the document check does
 */
export async function checkDocument(run: OperationRun): Promise<Result | undefined> {
  const { apollo, documentCheck, views } = run.runtime;
  const { principal, body, share } = run.asked;
  documentCheck.beforeParsing(body.query, body.variables, body.extensions);
  const prepared = await prepareOperation(apollo, readBody(body), {
    beforeValidating: (document) => documentCheck.beforeValidating(document),
    describeInvalid: (document) => describeInvalidDocument(views(principal.role), document),
    // Nothing here waits for anything else.
    pay: () => share.countBlocking(),
  });
  if ('operation' in prepared) run.operation = prepared.operation;
  else run.result = prepared.result;
  return run.operation ? undefined : run.result;
}
