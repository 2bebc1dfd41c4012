import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDemoTown, type DemoTown } from '../helpers/gateway/demo-town.ts';
import { readDocuments, type Block } from './documents.ts';
import { tryExample } from './try-example.ts';

const directory = mkdtempSync(join(tmpdir(), 'ntk-docs-'));
let town: DemoTown;
beforeAll(async () => {
  town = await openDemoTown();
});
afterAll(async () => {
  await town.gateway.close();
  rmSync(directory, { recursive: true });
});

describe('the examples of the documents', () => {
  const blocks = readDocuments().flatMap((document) => document.blocks);
  test.each(blocks)('$place: $language $marker', async (block) => {
    await expect(tryExample(block, { ...town, directory })).resolves.toBeUndefined();
  });
});

describe('an example that no longer holds', () => {
  const bad = (language: string, marker: string, text: string): Block => ({ place: 'docs/x.md:7', language, marker, text });
  test.each([
    bad('sh', '', 'npm start'),
    bad('', '', 'no language'),
    bad('sh', 'run', 'npm run -s privacy -- no-such-command'),
    bad('graphql', 'run as=resident', '{ me { shoeSize } }'),
    bad('graphql', 'run as=support purpose=PAYMENT', '{ services(first: 1) { totalCount } }'),
    bad('graphql', 'valid', '{ me { shoeSize } }'),
    bad('graphql', 'schema/people.graphql', 'type Resident @dataSubject(id: "shoeSize") {'),
    bad('ts', 'src/town/policy/lines/grants/employees.ts', "line: 'no-such-line',"),
    bad('ts', 'example', 'const = 1;'),
    bad('graphql', 'example', 'shoeSize: @personal'),
    bad('sql', 'example', 'grant update (shoe_size) on recreation.resident to ntk_gateway;'),
    bad('diff', 'src/town/policy/lines/grants/employees.ts', " line: 'no-such-line',\n+new"),
    bad('json', 'example', '{,}'),
    bad('mermaid', '', 'drawing'),
  ])('fails with its place: $language $marker', async (block) => {
    await expect(tryExample(block, { ...town, directory })).rejects.toThrow('docs/x.md:7: ');
  });
});
