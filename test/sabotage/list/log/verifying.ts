import type { Sabotage } from '../../patch.ts';

const tests = ['test/log/verify/verify-log.test.ts'];
const verify = 'src/log/verify';

/** The owner of the database alters the log, and the verifier accepts it. */
export const verifying: readonly Sabotage[] = [
  {
    sentence: 'An entry can account for the erasure of later entries.',
    edits: [{ file: `${verify}/erasures.ts`, from: 'Number($from) >= $before', to: '$before < 0' }],
    tests,
  },
  {
    sentence: 'The log’s unsigned coverage accounts for removed entries.',
    edits: [{ file: `${verify}/check-entries.ts`, from: 'Math.max($first, $purged)', to: 'Math.max($first, this.#firstNumber)' }],
    tests,
  },
  {
    sentence: 'The verifier does not compare the recomputed root with the signed root.',
    edits: [
      {
        file: `${verify}/verify-log.ts`,
        from: 'if ($done && $root && Buffer.compare',
        to: 'if ($done && $root && size < 0 && Buffer.compare',
      },
    ],
    tests,
  },
  {
    sentence: 'A key of the log may sign a checkpoint of any size.',
    edits: [
      {
        file: 'src/log/keys/log-keys.ts',
        from: '$size >= $first && ($last === undefined || $size <= $last)',
        to: '$size >= $first',
      },
    ],
    tests,
  },
  {
    sentence: 'A receipt holds although nobody signed its promise.',
    edits: [{ file: 'src/log/proofs/receipt.ts', from: "if (!$isSigned) throw new LogError('LOG_SIGNATURE_INVALID');", to: '' }],
    tests: ['test/log/proofs/promise.test.ts', 'test/attacks/forge-a-receipt.test.ts'],
  },
  {
    sentence: 'A receipt of another log holds for this one.',
    edits: [{ file: 'src/log/proofs/receipt.ts', from: '$origin === undefined || $name === $origin', to: 'true' }],
    tests: ['test/log/proofs/promise.test.ts'],
  },
  {
    sentence: 'A forged receipt reads like a promise that the log broke.',
    edits: [{ file: `${verify}/check-receipts.ts`, from: "this.#faults.add('RECEIPT_INVALID'", to: "this.#findings.add('PROMISE_BROKEN'" }],
    tests: ['test/attacks/forge-a-receipt.test.ts'],
  },
];
