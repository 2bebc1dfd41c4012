import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { findTownWords, readTownWords } from '../../scripts/glossary/town-words.ts';

const words = readTownWords(globSync('schema/*.graphql').map((file) => readFileSync(file, 'utf8')));
const find = (text: string): string[] => findTownWords('src/engine/x.ts', text, words);

describe('a word of the town below it', () => {
  test.each([
    ['resident', 'const residentId = 1;'],
    ['resident', '// The residents of a place.'],
    ['ticket', 'from access_log.entry join tickets on ticket_id'],
    ['encounter', 'interface OpenEncounter {}'],
    ['household', "'HOUSEHOLD'"],
    ['purchase', 'purchases'],
    ['mandate', 'mandateKind'],
    ['helpdesk', '/** As the helpdesk does. */'],
    ['customer service', "role === 'CUSTOMER_SERVICE'"],
    ['customer service', '// a clerk of customer service'],
    ['customer service', 'const customerService = 1;'],
    ['SUPPORT', "role === 'SUPPORT'"],
    ['PAYMENT', "purpose: 'PAYMENT'"],
    ['self service', "purpose: 'SELF_SERVICE'"],
  ])('%s is found: %s', (word, line) => {
    expect(find(`\n${line}`)).toContain(`src/engine/x.ts:2: "${word}" is a word of the town; the engine has none`);
  });

  test.each([
    'the president of it',
    'browsers that support it, for security',
    'the mandatory part',
    'const customer = 1; const service = 2;',
    'the access log, an account, an address, an employee and an erasure',
    'const SUPPORTED = 1;',
  ])('is not found: %s', (line) => {
    expect(find(line)).toEqual([]);
  });

  test('is each role and each purpose of the schema', () => {
    const values = readFileSync('schema/vocabulary.graphql', 'utf8').matchAll(/^enum (?:Role|Purpose) [^}]*/gm);
    const names = [...values].flatMap(([text]) => [...text.matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, name]) => name!));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect({ name, found: find(`'${name}'`).length > 0 }).toEqual({ name, found: true });
  });
});
