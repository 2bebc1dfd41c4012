import type { Reader, RelationshipColumns } from '../rows/reader.ts';
import { type OperationDefinitionNode, Kind } from 'graphql';
import type { Principal } from './principal.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { isUuid } from '../../platform/sql/is-uuid.ts';
import type { Application } from '../application.ts';
import type { Policy } from '../policy/declaration/policy.ts';
import type { Acknowledgements } from './purpose-texts.ts';
import type { Declaration } from './declaration.ts';
import type { Purpose, Role } from '../register.ts';
import { purposesOf } from '../policy/decision/enter.ts';

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
  // An entry is hashed with the id as it is here, and stored with the one form of it that PostgreSQL has.
  const openCase = isUuid(caseId) ? await application.cases.find(reader, principal, purpose, caseId, related) : undefined;
  if (typeof openCase !== 'object' || openCase.id !== caseId) {
    throw new PrivacyError('CASE_UNKNOWN', { reason: typeof openCase === 'string' ? openCase : undefined });
  }
  return { purpose, purposeText, openCase, authority };
}

/** The places where a purpose can be named; undefined: not named there. */
export interface NamedPurposes {
  /** The Privacy-Purpose header. */
  readonly header: string | undefined;
  /** The operation's own `@purpose(is:)`. */
  readonly directive: string | undefined;
  /** The authority that a token names. */
  readonly authority: Purpose | undefined;
}

/** The part of a principal that decides which purposes it can declare. */
export interface Declarer {
  readonly role: Role;
  readonly tokenPurposes: readonly Purpose[];
}

/**
 * Returns the one purpose that all places name. Some roles have a usual one. Pure.
 * @returns undefined if no place names one
 * @throws PrivacyError PURPOSE_UNKNOWN, PURPOSE_CONFLICT, PURPOSE_NOT_ALLOWED
 */
export function agreeOnPurpose(policy: Policy, principal: Declarer, named: NamedPurposes): Purpose | undefined {
  const { roles, purposes } = policy.vocabulary;
  const given = [named.header, named.directive, named.authority].filter((one) => one !== undefined);
  if (!given.every((one): one is Purpose => Object.hasOwn(purposes, one))) throw new PrivacyError('PURPOSE_UNKNOWN');
  const purpose = given[0] ?? roles[principal.role].usualPurpose;
  if (purpose === undefined) return undefined;
  const allowed = purposesOf(policy, principal.role).filter((one) => principal.tokenPurposes.includes(one));
  if (![purpose, ...given].every((one) => allowed.includes(one))) throw new PrivacyError('PURPOSE_NOT_ALLOWED');
  if (given.some((one) => one !== purpose)) throw new PrivacyError('PURPOSE_CONFLICT');
  return purpose;
}

/**
 * Checks that the principal's duty includes the purpose: an employee either reviews the log or works with named people. Roles that
 * cannot review the log need no check. The refusal depends on the staff record alone, so it tells nothing about the log.
 * @throws PrivacyError REVIEWER_ON_RECORD, DUTIES_SEPARATED
 */
export async function checkDuty(
  { policy, duties }: Pick<Application, 'policy' | 'duties'>,
  { id, role }: Principal,
  purpose: Purpose | undefined,
  reader: Reader,
): Promise<void> {
  const { reviewPurpose } = policy.vocabulary;
  if (purpose === undefined || !purposesOf(policy, role).includes(reviewPurpose)) return;
  const { reviewsLog, onRecord } = await duties.read(reader, id);
  const reviewing = purpose === reviewPurpose;
  if (reviewing && onRecord) throw new PrivacyError('REVIEWER_ON_RECORD');
  if (reviewing !== reviewsLog) throw new PrivacyError('DUTIES_SEPARATED');
}

/** The purpose and case that an operation declares; undefined: none. */
export interface NamedInDocument {
  /** By `@purpose(is:)`; empty: a variable that holds no purpose. */
  readonly purpose: string | undefined;
  /** By `@case(id:)`; empty: a variable that holds no id. */
  readonly case: string | undefined;
}

/**
 * Reads the purpose and the case that an operation names itself. The document is valid, so each directive has its argument; it can be
 * a variable, so that a client's cache knows by the operation and its variables for what an answer was given.
 * @param variables as they were sent
 */
export function namedInDocument(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): NamedInDocument {
  return { purpose: argumentOf(operation, 'purpose', 'is', variables), case: argumentOf(operation, 'case', 'id', variables) };
}

function argumentOf(
  { directives, variableDefinitions }: OperationDefinitionNode,
  directive: string,
  argument: string,
  variables: Readonly<Record<string, unknown>>,
): string | undefined {
  const value = directives?.find(({ name }) => name.value === directive)?.arguments?.find(({ name }) => name.value === argument)?.value;
  if (value === undefined) return undefined;
  if (value.kind === Kind.ENUM || value.kind === Kind.STRING) return value.value;
  if (value.kind !== Kind.VARIABLE) return '';
  const { value: name } = value.name;
  const usual = variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
  const given = variables[name] === undefined && (usual?.kind === Kind.ENUM || usual?.kind === Kind.STRING) ? usual.value : variables[name];
  return typeof given === 'string' ? given : '';
}
