import type { Sabotage } from '../../patch.ts';

/** Entries that are answered but never reach a signed tree, and what shows it. */
export const keepingTheLog: readonly Sabotage[] = [
  {
    sentence: 'A municipality without a partner that can be sealed never numbers an entry.',
    edits: [
      {
        in: 'postingKind',
        text: 'entry.role = any(${textArray(sealableRoles)})',
        by: "entry.role in (${sealableRoles.map((role) => `'${role}'`).join(', ')})",
      },
    ],
    tests: ['test/log/store/numbering/sequencer.test.ts', 'test/platform/sql/sql.test.ts'],
  },
  {
    sentence: 'Reads are answered for as long as nothing numbers their entries.',
    edits: [
      {
        in: 'store',
        replace: 'if ($REFUSAL) throw new PrivacyError($REFUSAL)',
        by: "if ($REFUSAL === 'LOG_BACKLOG_FULL') throw new PrivacyError($REFUSAL)",
      },
    ],
    tests: ['test/attacks/log/answer-while-nothing-is-numbered.test.ts'],
  },
  {
    sentence: 'A view that hides reads, or a trigger that drops entries, is not noticed.',
    edits: [
      {
        in: 'compare-definitions.ts#differences',
        replace: '$SHOWN($OBJECT, $BEFORE) === $SHOWN($OBJECT, $NOW)',
        by: '$BEFORE !== undefined || $0',
      },
    ],
    tests: ['test/platform/postgres/definitions.test.ts', 'test/log/store/tamper.test.ts'],
  },
  {
    sentence: 'A function that everybody may execute again counts as the one that the migrations made.',
    edits: [{ in: 'read-definitions.ts#privileges', text: 'coalesce(${$LIST}, acldefault(${$KIND}, ${$OWNER}))', by: '${$LIST}' }],
    tests: ['test/platform/postgres/definitions.test.ts'],
  },
  {
    sentence: 'A function that is made part of an extension is taken in place of PostgreSQL’s, and nobody notices.',
    edits: [{ in: 'isOfLibrary', text: "where lanname in ('c', 'internal')", by: '' }],
    tests: ['test/platform/postgres/definitions.test.ts'],
  },
  {
    sentence: 'The whole server looks names up elsewhere first, and nobody notices.',
    edits: [{ in: 'outside', text: 'reset_val is distinct from boot_val', by: 'false' }],
    tests: ['test/platform/postgres/definitions.test.ts'],
  },
  {
    sentence: 'The gateway takes the number of a promised entry for its proof.',
    edits: [{ in: 'inTree', replace: '$GROUP.filter(({ entry, leafHash }) => $BODY)', by: '$GROUP' }],
    tests: ['test/attacks/log/take-an-entry-away.test.ts'],
  },
  {
    sentence: 'An entry that was dropped before it was numbered is missed by nobody.',
    edits: [{ in: 'watchTree', replace: '$FOUND.has($ONE.entry) || $WAS_MISSING', by: '!$0' }],
    tests: ['test/attacks/log/take-an-entry-away.test.ts'],
  },
  {
    sentence: 'A back-dated entry passes, if its month is near the one in which it was numbered.',
    edits: [
      { in: 'TimeCheck.add', replace: 'this.#latest.at - $AT > longestLag * 1_000', by: 'this.#latest.at - $AT > 59 * 24 * 3_600_000' },
    ],
    tests: ['test/log/verify/verify-log.test.ts', 'test/log/store/tamper.test.ts'],
  },
  {
    sentence: 'After a restore, receipts of lost entries count as pending.',
    edits: [{ in: 'ReceiptCheck.end', replace: '!this.#staged.has($RECEIPT)', by: 'now < 0' }],
    tests: ['test/log/verify/receipts.test.ts'],
  },
  {
    sentence: 'A gateway goes on over a database that was restored to an earlier state.',
    edits: [{ in: 'continues', replace: '$SIGNED.size === 0n', by: 'true' }],
    tests: ['test/attacks/log/take-an-entry-away.test.ts'],
  },
];
