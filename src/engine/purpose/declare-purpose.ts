import type { Reader, RelationshipColumns } from '../rows/reader.ts';
import type { OperationDefinitionNode } from 'graphql';
import type { Principal } from './principal.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { Application } from '../application.ts';
import type { Policy } from '../policy/declaration/policy.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import { agreeOnPurpose } from './agree.ts';
import { checkDuty } from './check-duty.ts';
import type { Declaration } from './declaration.ts';
import { namedInDocument } from './named-in-document.ts';

/** The request's headers Privacy-Purpose and Privacy-Case. */
export interface PurposeHeaders {
  readonly purpose: string | undefined;
  readonly case: string | undefined;
}

/** The dependencies for declaring a purpose. */
interface Declaring {
  /** That of the application; tests have another. */
  readonly policy: Policy;
  readonly application: Pick<Application, 'authorities' | 'cases' | 'duties'>;
  readonly acknowledgements: Acknowledgements;
}

/**
 * Finds the purpose of the operation, and its case or authority (stage "declare purpose"). Whether an employee has acknowledged the
 * text of the purpose is found here, and checked once the operation is planned.
 * @param related see `Cases`
 * @throws PrivacyError PURPOSE_UNKNOWN, PURPOSE_CONFLICT, PURPOSE_NOT_ALLOWED, REVIEWER_ON_RECORD, DUTIES_SEPARATED, CASE_CONFLICT,
 *   CASE_UNKNOWN
 */
export async function declarePurpose(
  { policy, application, acknowledgements }: Declaring,
  principal: Principal,
  headers: PurposeHeaders,
  { operation, variables }: { readonly operation: OperationDefinitionNode; readonly variables: Readonly<Record<string, unknown>> },
  reader: Reader,
  related?: RelationshipColumns,
): Promise<Declaration> {
  const found =
    principal.authorityId === undefined ? undefined : await application.authorities.read(reader, principal.authorityId, principal.id);
  const document = namedInDocument(operation, variables);
  const purpose = agreeOnPurpose(policy, principal, {
    header: headers.purpose,
    directive: document.purpose,
    authority: found?.purpose,
  });
  await checkDuty({ policy, duties: application.duties }, principal, purpose, reader);
  const purposeText = await acknowledgements.find(principal, purpose, reader);
  const authority =
    principal.authorityId === undefined
      ? undefined
      : {
          id: principal.authorityId,
          inForce: found?.inForce ?? false,
          categories: new Set(found?.inForce ? found.categories : []),
          subjects: principal.limits?.subjects,
        };

  const inHeader = headers.case?.toLowerCase();
  const inDocument = document.case?.toLowerCase();
  if (inHeader !== undefined && inDocument !== undefined && inHeader !== inDocument) throw new PrivacyError('CASE_CONFLICT');
  const caseId = inHeader ?? inDocument ?? principal.caseId;
  if (caseId === undefined) return { purpose, purposeText, openCase: undefined, authority };
  // Another principal's case looks like one that does not exist. Why an own case serves no longer, its principal knows.
  const foreign = principal.caseId !== undefined && principal.caseId !== caseId;
  if (foreign) throw new PrivacyError('CASE_UNKNOWN', { reason: 'OTHER_CASE_IN_TOKEN' });
  if (purpose === undefined) throw new PrivacyError('CASE_UNKNOWN', { reason: 'PURPOSE_MISSING' });
  const openCase = await application.cases.find(reader, principal, purpose, caseId, related);
  if (openCase === undefined || typeof openCase === 'string') throw new PrivacyError('CASE_UNKNOWN', { reason: openCase });
  return { purpose, purposeText, openCase, authority };
}
