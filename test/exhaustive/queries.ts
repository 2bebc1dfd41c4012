import { town } from '../../src/town/index.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { wholeQueries } from '../helpers/asking/whole-operation.ts';

/** Operations that together ask for every field below the query root. */
export const queries = wholeQueries(
  buildSchema(town).schema,
  {
    'Query.resident': '(id: $subject)',
    'Query.ticket': '(id: $ticket)',
    'Query.mandate': '(id: $mandate)',
    'Query.node': '(id: $subject)',
  },
  '$subject: ID!, $ticket: ID!, $mandate: ID!',
);
