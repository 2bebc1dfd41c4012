import type { Sabotage } from '../../patch.ts';

const tests = ['test/log/verify/verify-log.test.ts'];

/** The owner of the database alters the log, and the verifier accepts it. */
export const verifying: readonly Sabotage[] = [
  {
    sentence: 'An entry can account for the erasure of later entries.',
    edits: [{ in: 'Erasures', replace: 'Number($FROM) >= $BEFORE', by: '$BEFORE < 0' }],
    tests,
  },
  {
    sentence: 'The log’s unsigned coverage accounts for removed entries.',
    edits: [{ in: 'EntryCheck.end', replace: 'Math.max($FIRST, $PURGED)', by: 'Math.max($FIRST, this.#firstNumber)' }],
    tests,
  },
  {
    sentence: 'The verifier does not compare the recomputed root with the signed root.',
    edits: [{ in: 'src/log/verify/verify-log.ts#verifyLog', replace: 'done && root', by: '$0 && size < 0' }],
    tests,
  },
  {
    sentence: 'A key of the log may sign a checkpoint of any size.',
    edits: [{ in: 'maySign', drop: '$LAST === undefined || $SIZE <= $LAST' }],
    tests,
  },
  {
    sentence: 'A receipt holds although nobody signed its promise.',
    edits: [{ in: 'receipt.ts#verifyReceipt', drop: 'if (!$IS_SIGNED) throw new LogError($$$)' }],
    tests: ['test/log/proofs/promise.test.ts', 'test/attacks/log/forge-a-receipt.test.ts'],
  },
  {
    sentence: 'A receipt of another log holds for this one.',
    edits: [{ in: 'receipt.ts#verifyReceipt', replace: '$ORIGIN === undefined || $NAME === $ORIGIN', by: 'true' }],
    tests: ['test/log/proofs/promise.test.ts'],
  },
  {
    sentence: 'A forged receipt reads like a promise that the log broke.',
    edits: [
      {
        in: 'ReceiptCheck.constructor',
        replace: "this.#faults.add('RECEIPT_INVALID', places.receipt($$$ARGS))",
        by: "this.#findings.add('PROMISE_BROKEN', places.receipt($$$ARGS))",
      },
    ],
    tests: ['test/attacks/log/forge-a-receipt.test.ts'],
  },
];
