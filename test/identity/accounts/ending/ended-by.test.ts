import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { accountActs } from '../../../../src/identity/accounts/journal/account-acts.ts';
import { endedBy } from '../../../../src/identity/accounts/ending/ended-by.ts';

test('every act says what it ends, and no statement changes whose an account is without ending what was there', () => {
  expect(Object.keys(endedBy).toSorted()).toEqual([...accountActs].toSorted());
  const folder = join(import.meta.dirname, '../../../../src/identity/accounts');
  const files = globSync('**/*.ts', { cwd: folder });
  const texts = files.map((file) => [basename(file), readFileSync(join(folder, file), 'utf8')] as const);
  const changing = texts.filter(([, text]) =>
    /update identity\.account\s+set\s[^`]*?(?:email|resident_id|employee_id) = [^`]*?\bwhere\b/s.test(text),
  );
  expect(changing.map(([file]) => file)).toEqual(expect.arrayContaining(['accept-invitation.ts', 'change-email.ts', 'claim-record.ts']));
  expect(changing.filter(([, text]) => !text.includes('endBefore(')).map(([file]) => file)).toEqual([]);
});
