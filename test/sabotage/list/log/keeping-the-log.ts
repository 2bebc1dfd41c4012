import type { Sabotage } from '../../patch.ts';

/** Entries that are answered but never reach a signed tree, and what shows it. */
export const keepingTheLog: readonly Sabotage[] = [
  {
    sentence: 'A municipality without a partner that can be sealed never numbers an entry.',
    edits: [
      {
        file: 'src/log/store/postings.ts',
        from: 'const isSealable = `entry.role = any(${textArray(sealableRoles)})`;',
        to: "const isSealable = `entry.role in (${sealableRoles.map((role) => `'${role}'`).join(', ')})`;",
      },
    ],
    tests: ['test/log/store/sequencer.test.ts', 'test/platform/sql/sql.test.ts'],
  },
  {
    sentence: 'Reads are answered for as long as nothing numbers their entries.',
    edits: [
      {
        file: 'src/server/spine/stages/record.ts',
        from: 'if ($refusal) throw new PrivacyError($refusal);',
        to: "if ($refusal === 'LOG_BACKLOG_FULL') throw new PrivacyError($refusal);",
      },
    ],
    tests: ['test/attacks/answer-while-nothing-is-numbered.test.ts'],
  },
  {
    sentence: 'A view that hides reads, or a trigger that drops entries, is not noticed.',
    edits: [
      {
        file: 'src/platform/postgres/definitions/compare-definitions.ts',
        from: 'if (shown(object, before) === shown(object, now)) return [];',
        to: 'if (before !== undefined || shown(object, before) === shown(object, now)) return [];',
      },
    ],
    tests: ['test/platform/postgres/definitions.test.ts', 'test/log/store/tamper.test.ts'],
  },
  {
    sentence: 'A function that everybody may execute again counts as the one that the migrations made.',
    edits: [
      {
        file: 'src/platform/postgres/definitions/read-definitions.ts',
        from: 'aclexplode(coalesce(${list}, acldefault(${kind}, ${owner})))',
        to: 'aclexplode(${list})',
      },
    ],
    tests: ['test/platform/postgres/definitions.test.ts'],
  },
  {
    sentence: 'A function that is made part of an extension is taken in place of PostgreSQL’s, and nobody notices.',
    edits: [{ file: 'src/platform/postgres/definitions/read-definitions.ts', from: "where lanname in ('c', 'internal'))", to: ')' }],
    tests: ['test/platform/postgres/definitions.test.ts'],
  },
  {
    sentence: 'The whole server looks names up elsewhere first, and nobody notices.',
    edits: [
      { file: 'src/platform/postgres/definitions/read-definitions.ts', from: 'and reset_val is distinct from boot_val', to: 'and false' },
    ],
    tests: ['test/platform/postgres/definitions.test.ts'],
  },
  {
    sentence: 'The gateway takes the number of a promised entry for its proof.',
    edits: [
      {
        file: 'src/log/store/watch-tree.ts',
        from: "const fitting = group.filter(({ entry, leafHash }) => Buffer.from(leafOf(numbers.get(entry)!)).toString('hex') === leafHash);",
        to: 'const fitting = group;',
      },
    ],
    tests: ['test/attacks/take-an-entry-away.test.ts'],
  },
  {
    sentence: 'An entry that was dropped before it was numbered is missed by nobody.',
    edits: [
      {
        file: 'src/log/store/watch-tree.ts',
        from: 'if (found.has(one.entry) || wasMissing || missing.size >= mostMissing) continue;',
        to: 'if (!found.has(one.entry) || wasMissing || missing.size >= mostMissing) continue;',
      },
    ],
    tests: ['test/attacks/take-an-entry-away.test.ts'],
  },
  {
    sentence: 'A back-dated entry passes, if its month is near the one in which it was numbered.',
    edits: [
      {
        file: 'src/log/verify/check-times.ts',
        from: 'this.#latest.at - at > longestLag * 1_000) {',
        to: 'this.#latest.at - at > 59 * 24 * 3_600_000) {',
      },
    ],
    tests: ['test/log/verify/verify-log.test.ts', 'test/log/store/tamper.test.ts'],
  },
  {
    sentence: 'After a restore, receipts of lost entries count as pending.',
    edits: [
      {
        file: 'src/log/verify/check-receipts.ts',
        from: 'if (isLost && !this.#staged.has(receipt))',
        to: 'if (isLost && now < 0)',
      },
    ],
    tests: ['test/log/verify/receipts.test.ts'],
  },
  {
    sentence: 'A gateway goes on over a database that was restored to an earlier state.',
    edits: [
      {
        file: 'src/log/store/watch-tree.ts',
        from: 'if (!tree || tree.size < signed.size) return signed.size === 0n;',
        to: 'if (!tree || tree.size < signed.size) return true;',
      },
    ],
    tests: ['test/attacks/take-an-entry-away.test.ts'],
  },
];
