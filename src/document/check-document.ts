import type { DocumentNode, GraphQLSchema } from 'graphql';
import { PrivacyError, type ErrorCode } from '../errors.ts';
import { documentLimits } from './limits.ts';
import { createMeasure, type Measures } from './measure-document.ts';

const refusals: Readonly<Record<keyof Measures, ErrorCode>> = {
  operations: 'DOCUMENT_TOO_LONG',
  fragments: 'DOCUMENT_TOO_LONG',
  variables: 'DOCUMENT_TOO_LONG',
  depth: 'DOCUMENT_TOO_DEEP',
  places: 'TOO_MANY_FIELDS',
  repeated: 'TOO_MANY_FIELDS',
  roots: 'TOO_MANY_FIELDS',
  rows: 'TOO_MANY_ROWS',
};

/**
 * Makes what says of a parsed document, before it is validated, whether it may be looked at further.
 * What it makes throws PrivacyError DOCUMENT_TOO_LONG, DOCUMENT_TOO_DEEP, TOO_MANY_FIELDS, TOO_MANY_ROWS, or
 *   DOCUMENT_INVALID for a fragment within itself
 */
export function createDocumentCheck(schema: GraphQLSchema): (document: DocumentNode) => void {
  const measure = createMeasure(schema);
  return (document) => {
    const measures = measure(document);
    for (const [name, code] of Object.entries(refusals) as [keyof Measures, ErrorCode][]) {
      if (measures[name] > documentLimits[name]) throw new PrivacyError(code);
    }
  };
}
