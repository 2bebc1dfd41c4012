import { expect, test } from '@jest/globals';
import {
  checkPassword,
  isPasswordLength,
  type PasswordProblem,
  dummyHash,
  hashPassword,
  isOutdated,
  passwordCost,
  verifyPassword,
} from '../../../../src/identity/accounts/passwords/passwords.ts';
import { loadCommonPasswords } from '../../../../src/identity/accounts/passwords/common-passwords.ts';
import { normalizeEmail } from '../../../../src/platform/mail/normalize-email.ts';

const email = 'margaret.swimmer@pool.example.org';
const cheap = { memory: 64, passes: 1, parallelism: 1 };

test.each<[string, PasswordProblem | undefined]>([
  ['correct horse battery', undefined],
  ['Ünïcode pässwörd 🐕', undefined],
  ['a'.repeat(100) + 'b'.repeat(156), undefined],
  ['elevenchars', 'TOO_SHORT'],
  ['🐕🐕🐕🐕🐕🐕', 'TOO_SHORT'],
  [`${'a'.repeat(200)}${'b'.repeat(57)}`, 'TOO_LONG'],
  ['q1w2e3r4t5y6', 'COMMON'],
  ['Q1W2E3R4T5Y6', 'COMMON'],
  ['password1234', 'COMMON'],
  ['!!Password!!2026', 'COMMON'],
  ['passwordpassword', 'COMMON'],
  ['123456123456123456', 'COMMON'],
  ['aaaaaaaaaaaaaaaa', 'COMMON'],
  [email, 'LIKE_EMAIL'],
  ['margaret.swimmer', 'LIKE_EMAIL'],
  ['MargaretSwimmer1!', 'LIKE_EMAIL'],
  ['swimmer12345', 'LIKE_EMAIL'],
  ['pool.example.org', 'LIKE_EMAIL'],
])('%s as a new password: %s', async (password, problem) => {
  expect(checkPassword(password, email, await loadCommonPasswords())).toBe(problem);
});

test('a password of a length that no account has is known before it is hashed', () => {
  expect(['short', 'a'.repeat(257), 'a'.repeat(1_000_000)].map(isPasswordLength)).toEqual([false, false, false]);
  expect(['twelve chars', 'a'.repeat(256), '🐕'.repeat(256)].map(isPasswordLength)).toEqual([true, true, true]);
});

test('a hash says what it cost, and only its own password has it, however that is composed', async () => {
  const hash = await hashPassword('Café au lait');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$/);
  expect(await verifyPassword('Cafe\u0301 au lait', hash)).toBe(true);
  expect(await verifyPassword('Cafe au lait', hash)).toBe(false);
  expect(isOutdated(hash)).toBe(false);
});

test('two hashes of one password differ, so that no one sees who has the same', async () => {
  expect(await hashPassword('correct horse battery', cheap)).not.toBe(await hashPassword('correct horse battery', cheap));
});

test('a hash that cost less is still verified, and is known to be outdated', async () => {
  const hash = await hashPassword('correct horse battery', cheap);
  expect(await verifyPassword('correct horse battery', hash)).toBe(true);
  expect(isOutdated(hash)).toBe(true);
});

test('the hash for unknown accounts costs what a real one does, and no password has it', async () => {
  const dummy = dummyHash();
  expect(isOutdated(dummy, passwordCost)).toBe(false);
  expect(await verifyPassword('correct horse battery', dummy)).toBe(false);
});

test('what is not a hash is refused', async () => {
  await expect(verifyPassword('correct horse battery', 'correct horse battery')).rejects.toThrow(TypeError);
});

test.each([
  ['Margaret.Swimmer@Pool.Example.org', email],
  ['  margaret.swimmer@pool.example.org\n', email],
  ['cafe\u0301@example.org', 'café@example.org'],
  ['margaret', undefined],
  ['a@b@c', undefined],
  ['@example.org', undefined],
  ['a@example.org, b@example.org', undefined],
  ['a@example.org\r\nBcc: b@example.org', undefined],
  ['a\u202e@example.org', undefined],
  [`${'a'.repeat(250)}@example.org`, undefined],
  ['ｍａｒｇａｒｅｔ．ｓｗｉｍｍｅｒ＠ｐｏｏｌ．ｅｘａｍｐｌｅ．ｏｒｇ', email],
  ['margaret.swimmer@pool.example.org.', email],
  ['margaret.swimmer@pool。example．org｡', email],
  ['Margaret.Swimmer@POOL.EXAMPLE.ORG..', email],
  ['chlorine@PISCINE-ÉTÉ.example', 'chlorine@xn--piscine-t-i4ab.example'],
  ['chlorine@xn--piscine-t-i4ab.example', 'chlorine@xn--piscine-t-i4ab.example'],
  ['ﬁsh@example.org', 'fish@example.org'],
  ['a\u00adb@example.org', undefined],
  ['a\u034fb@example.org', undefined],
  ['a@b..example', undefined],
  ['a@.', undefined],
  ['a@0x7f.1', undefined],
  ['a@（b）.example', undefined],
])('the address %j is stored as %j', (text, stored) => {
  expect(normalizeEmail(text)).toBe(stored);
});
