import { expect, test } from '@jest/globals';
import { GraphQLError, parse, type FieldNode, type OperationDefinitionNode } from 'graphql';
import { pino } from 'pino';
import { showError } from '../../../../src/server/spine/answer/show-error.ts';
import { PrivacyError } from '../../../../src/platform/errors/errors.ts';

const { selectionSet } = parse('{ Castellow: me { id } }').definitions[0] as OperationDefinitionNode;
const node = selectionSet.selections[0] as FieldNode;

test.each<[what: string, cause: Error, logged: object]>([
  [
    'a foreign error, whose message is nowhere',
    Object.assign(new Error('Castellow'), { code: '42501' }),
    { code: 'INTERNAL', cause: '42501', field: 'me' },
  ],
  [
    'a mistake of the application, which only the log names',
    new PrivacyError('INTERNAL', { problems: ['Mutation.move: it writes more than one row'] }),
    { code: 'INTERNAL', cause: 'INTERNAL', field: 'me', problems: ['Mutation.move: it writes more than one row'] },
  ],
])('%s, is logged with the field of the schema, and not with its alias', (_what, originalError, logged) => {
  const lines: string[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => void lines.push(line) });
  const error = new GraphQLError(originalError.message, { originalError, nodes: node, path: ['Castellow'] });
  const shown = showError(log)(error.toJSON(), error);
  expect(shown).toMatchObject({ path: ['Castellow'], extensions: { code: 'INTERNAL' } });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([{ level: 50, ...logged, msg: 'an operation failed' }]);
});
