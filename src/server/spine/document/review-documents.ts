import { Kind, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { DocumentCheck } from '../../../engine/document/check-document.ts';
import { documentLimits } from '../../../engine/document/limits.ts';
import type { TrustedDocument, TrustedDocuments } from '../../../engine/document/trusted-documents.ts';
import type { Markings } from '../../../engine/markings/markings.ts';
import { reachOf, type DocumentReach } from '../../../engine/plan/outline/document-reach.ts';
import { asPrivacyError, PrivacyError } from '../../../platform/errors/errors.ts';
import type { Purpose } from '../../../engine/register.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { wordsOf } from '../../../engine/policy/declaration/vocabulary.ts';
import { namedInDocument } from '../../../engine/purpose/declare-purpose.ts';

/** A trusted document, and what it can ever reveal. */
export interface ReviewedDocument extends TrustedDocument, DocumentReach {
  /** The name of its operation. */
  readonly name: string;
  readonly purpose: Purpose | undefined;
}

/** The schema, policy and limits that documents are reviewed against. */
export interface Reviewing {
  readonly schema: GraphQLSchema;
  readonly markings: Markings;
  readonly policy: Policy;
  readonly documentCheck: DocumentCheck;
}

/**
 * Reviews each trusted document: it is valid and within the limits, has one operation with a name, names its purpose if it is about
 * people, and can release something to some role.
 * @throws PrivacyError SETTING_INVALID, naming each document that does not
 */
export function reviewDocuments({ all }: TrustedDocuments, reviewing: Reviewing): readonly ReviewedDocument[] {
  const problems: string[] = [];
  const reviewed = all.flatMap((document) => {
    const found = review(document, reviewing);
    if (typeof found !== 'string') return found;
    problems.push(`${document.manifest}, document sha256:${document.hash}${nameOf(document.text)}: ${found}`);
    return [];
  });
  if (problems.length > 0) throw new PrivacyError('SETTING_INVALID', { problems });
  return reviewed;
}

/** @returns what is wrong with it, as the end of a sentence; or the document with its reach */
function review(document: TrustedDocument, reviewing: Reviewing): ReviewedDocument | string {
  const { schema, documentCheck, policy } = reviewing;
  try {
    documentCheck.beforeParsing(document.text, {}, {});
    const parsed = parse(document.text, { maxTokens: documentLimits.tokens });
    documentCheck.beforeValidating(parsed);
    const [invalid] = validate(schema, parsed);
    if (invalid) return `is not valid: ${invalid.message}`;
    const name = operationName(parsed);
    if (name === undefined) return 'must have one operation, with a name';
    const operation = parsed.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
    const { purpose: named } = namedInDocument(operation!, {});
    const purpose = wordsOf(policy.vocabulary.purposes).find((one) => one === named);
    if (named !== undefined && purpose === undefined) return 'names its purpose by a variable';
    const reach = reachOf(reviewing, parsed, purpose);
    if (reach.personal && purpose === undefined) return 'is about people, so it must say @purpose(is:)';
    if (reach.reaches.length === 0) return 'can never release anything: no role may use its fields for its purpose';
    return { ...document, ...reach, name, purpose };
  } catch (error) {
    const known = asPrivacyError(error);
    return known ? `is refused with ${known.code}` : 'is not GraphQL';
  }
}

function operationName({ definitions }: DocumentNode): string | undefined {
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operations.length === 1 ? operations[0]!.name?.value : undefined;
}

/** Its operation's name in brackets, where it can be found. */
function nameOf(text: string): string {
  const name = /\b(?:query|mutation)\s+(\w+)/.exec(text)?.[1];
  return name === undefined ? '' : ` (${name})`;
}
