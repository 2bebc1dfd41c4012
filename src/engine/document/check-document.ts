import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { PrivacyError, type ErrorCode } from '../../platform/errors/errors.ts';
import { checkText } from './check-text.ts';
import { documentLimits, variableLimits } from './limits.ts';
import { createMeasure, type Measures } from './measure-document.ts';

const refusals: Readonly<Record<keyof Measures, ErrorCode>> = {
  operations: 'DOCUMENT_TOO_LONG',
  fragments: 'DOCUMENT_TOO_LONG',
  variables: 'DOCUMENT_TOO_LONG',
  depth: 'DOCUMENT_TOO_DEEP',
  places: 'TOO_MANY_FIELDS',
  repeated: 'TOO_MANY_FIELDS',
  roots: 'TOO_MANY_FIELDS',
  reads: 'TOO_MANY_READS',
  rows: 'TOO_MANY_ROWS',
  values: 'TOO_MANY_ROWS',
};

/** The codes of the documents that are refused, here or by the parser and the validator. */
export const documentRefusals: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...Object.values(refusals),
  'VARIABLES_TOO_LARGE',
  'DOCUMENT_SYNTAX_INVALID',
  'DOCUMENT_INVALID',
]);

/** Refuses a document that costs too much, before the work that it would cost. */
export interface DocumentCheck {
  /**
   * Checks the text, and the variables and extensions as received.
   * @throws PrivacyError DOCUMENT_TOO_LONG, DOCUMENT_TOO_DEEP, VARIABLES_TOO_LARGE
   */
  readonly beforeParsing: (text: string, variables: unknown, extensions: unknown) => void;
  /**
   * Measures the parsed document.
   * @throws PrivacyError DOCUMENT_TOO_LONG, DOCUMENT_TOO_DEEP, TOO_MANY_FIELDS, TOO_MANY_READS, TOO_MANY_ROWS, or
   *   DOCUMENT_INVALID for a fragment that contains itself
   */
  readonly beforeValidating: (document: DocumentNode) => void;
}

/** How many characters of texts that passed are remembered. A character takes one or two bytes. */
const mostCharacters = 512 * 1024;

/** Makes the document check of a schema (stage "check document"). */
export function createDocumentCheck(schema: GraphQLSchema): DocumentCheck {
  const measure = createMeasure(schema);
  // An application sends the same texts again and again, and reading one takes longer than finding it here.
  const passed = new LRUCache<string, true>({ maxSize: mostCharacters, sizeCalculation: (_value, { length }) => length + 1 });
  return {
    beforeParsing(text, variables, extensions) {
      if (!passed.get(text)) {
        checkText(text);
        passed.set(text, true);
      }
      checkVariables(variables);
      checkVariables(extensions);
    },
    beforeValidating(document) {
      const measures = measure(document);
      for (const [name, code] of Object.entries(refusals) as [keyof Measures, ErrorCode][]) {
        if (measures[name] > documentLimits[name]) throw new PrivacyError(code);
      }
    },
  };
}

/**
 * Counts the values of a request's variables or extensions, before anything walks through them recursively.
 * @param variables as received, of any type
 * @throws PrivacyError VARIABLES_TOO_LARGE
 */
export function checkVariables(variables: unknown): void {
  let values = 0;
  let level: readonly unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > variableLimits.depth) throw new PrivacyError('VARIABLES_TOO_LARGE');
    const next: unknown[] = [];
    for (const holder of level) {
      if (typeof holder !== 'object' || holder === null) continue;
      for (const value of Object.values(holder)) {
        values += 1;
        if (values > variableLimits.values) throw new PrivacyError('VARIABLES_TOO_LARGE');
        if (typeof value === 'object' && value !== null) next.push(value);
      }
    }
    level = next;
  }
}
