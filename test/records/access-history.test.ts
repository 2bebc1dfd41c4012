import { expect, test } from '@jest/globals';
import { getNamedType } from 'graphql';
import { buildSchema } from '../../src/gateway/build-schema.ts';
import { opensNoRecord } from '../../src/records/access-history.ts';

const fields = Object.values(buildSchema().schema.getQueryType()!.getFields());

test('a root field that returns a list opens no record, and a root field with an id opens one', () => {
  const lists = fields.filter(({ type }) => getNamedType(type).name.endsWith('Connection')).map(({ name }) => `Query.${name}`);
  expect(lists.length).toBeGreaterThan(6);
  expect(opensNoRecord).toEqual(expect.arrayContaining(lists));
  const named = fields.filter(({ args }) => args.some(({ name }) => name === 'id')).map(({ name }) => `Query.${name}`);
  expect(named).toEqual(expect.arrayContaining(['Query.resident', 'Query.ticket']));
  // The catalogue is about nobody, and an entry names `node` where nothing was found.
  const aboutNobody = ['Query.node', 'Query.service'];
  expect(opensNoRecord.filter((field) => [...named, 'Query.me', 'Query.currentCase'].includes(field)).toSorted()).toEqual(aboutNobody);
  // Every other name is a command.
  expect(opensNoRecord.filter((field) => !fields.some(({ name }) => field === `Query.${name}`))).toEqual(['export-log']);
});
