import type { Sabotage } from './patch.ts';

/** Entries that are answered but never reach a signed tree, and what shows it. */
export const keepingTheLog: readonly Sabotage[] = [
  {
    sentence: 'A municipality without a partner that can be sealed never numbers an entry.',
    edits: [
      {
        file: 'src/records/postings.ts',
        from: 'const isSealable = `entry.role = any(${textArray(sealable)})`;',
        to: "const isSealable = `entry.role in (${sealable.map((role) => `'${role}'`).join(', ')})`;",
      },
    ],
    tests: ['test/access-log/sequencer.test.ts', 'test/sql.test.ts'],
  },
  {
    sentence: 'Reads are answered for as long as nothing numbers their entries.',
    edits: [
      {
        file: 'src/gateway/record.ts',
        from: 'if ($refusal) throw new PrivacyError($refusal);',
        to: "if ($refusal === 'LOG_BACKLOG_FULL') throw new PrivacyError($refusal);",
      },
    ],
    tests: ['test/attacks/answer-while-nothing-is-numbered.test.ts'],
  },
];
