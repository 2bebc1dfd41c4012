import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { findForbidden } from '../../scripts/glossary/find-forbidden.ts';
import { readGlossary } from '../../scripts/glossary/read-glossary.ts';

const forbidden = readGlossary(readFileSync('docs/glossary.md', 'utf8'));
const find = (text: string): string[] => findForbidden('src/x.ts', text, forbidden);

describe('the glossary', () => {
  test('gives a name that it forbids with file, line and the word to use', () => {
    expect(find('\nexport interface CurrentUser {')).toContain(
      'src/x.ts:2: CurrentUser is named "User"; docs/glossary.md calls it "principal"',
    );
  });

  test('finds a word in classes, aliases and GraphQL types, and in the middle of a name', () => {
    for (const line of ['class TieOf {', 'export type AuditEntryRow = 1;', 'input GuardianshipScope {', 'enum DataTag {']) {
      expect({ line, found: find(line).length }).toEqual({ line, found: 1 });
    }
  });

  test('takes words whole, and some only alone', () => {
    expect(find('export interface UserlandStage {')).toEqual([]);
    expect(find('export interface GroupCommit {')).toEqual([]);
    expect(find('export interface RowScope {')).toEqual([]);
    expect(find('type PrivacyRequest {')).toEqual([]);
    expect(find('type Request {')).toHaveLength(1);
  });
});
