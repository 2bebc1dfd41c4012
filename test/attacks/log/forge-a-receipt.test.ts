import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createReceipts } from '../../../src/log/store/publication/make-receipts.ts';
import { describeVerification } from '../../../src/cli/log/verify/describe-verification.ts';
import type { Receipt } from '../../../src/log/proofs/receipt.ts';
import { createSigner } from '../../../src/log/keys/signer.ts';
import { verifyLog } from '../../../src/log/verify/verify-log.ts';
import { openGateway, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { realClock } from '../../helpers/time/live-today.ts';
import { idOf, memoryEntry, memoryLog, memoryOrigin } from '../../helpers/log/memory-log.ts';
import { runPrivacy, settingsFor } from '../../helpers/processes/run-privacy.ts';

// An attacker who wants to discredit the log writes a receipt for an entry that never existed, or alters one. That must not read like a log
// that isn't whole: only a promise that a key of the log signed can show that the log broke it.
const made = Array.from({ length: 20 }, (_entry, at) => memoryEntry(at));
const log = memoryLog(made);
const at = { time: 0, muchLater: 3_600_000 };
const stranger = createSigner(memoryOrigin, generateKeyPairSync('ed25519').privateKey);
const receiptsBy = (signer: typeof stranger, entries = made.slice(17, 18)): readonly Receipt[] =>
  createReceipts(
    memoryOrigin,
    () => signer,
    () => at.time,
  )(entries);
const [genuine] = receiptsBy(log.signer) as [Receipt];
const neverMade = memoryEntry(20);
const otherByte = (text: string): string => (text.startsWith('0') ? '1' : '0') + text.slice(1);

const verify = (receipts: readonly unknown[]) => verifyLog(log.source, { keys: log.keys, receipts, now: () => at.muchLater });

describe('a bad receipt is a fault of the receipt, and the log has no finding:', () => {
  test.each<[string, string, unknown, string]>([
    ['a promise by another key', 'RECEIPT_INVALID', receiptsBy(stranger)[0], idOf(17)],
    ['a promise by another key, of an entry that never was', 'RECEIPT_INVALID', receiptsBy(stranger, [neverMade])[0], neverMade.header.id],
    ['another leaf under a genuine promise', 'RECEIPT_INVALID', { ...genuine, leafHash: otherByte(genuine.leafHash) }, idOf(17)],
    ['another place in the promised group', 'RECEIPT_INVALID', { ...genuine, promise: { ...genuine.promise, index: 1 } }, idOf(17)],
    ['a genuine promise with the id of another entry', 'RECEIPT_ENTRY_DIFFERS', { ...genuine, entry: idOf(18) }, idOf(18)],
    ['no receipt at all', 'RECEIPT_INVALID', 'x', 'number 0'],
  ])('%s', async (_what, code, receipt, name) => {
    const verified = await verify([receipt]);
    expect(verified.findings).toEqual([]);
    expect(verified.receipts.faults).toMatchObject([{ code, place: `receipt of ${name}` }]);
    const lines = describeVerification(verified);
    expect(lines).toContain('The log is whole, as far as this source can prove.');
    expect(lines.at(-1)).toBe('1 receipt is bad, which says nothing about the log.');
    expect(lines.some((line) => line.startsWith(`${code}  receipt of ${name}`))).toBe(true);
  });

  test('so many that they are not all listed', async () => {
    const verified = await verify(Array(10_001).fill('x'));
    expect(verified).toMatchObject({ findings: [], unlisted: 0, receipts: { unlisted: 1 } });
    expect(describeVerification(verified).slice(-3)).toEqual([
      expect.stringMatching(/^Not proven: /),
      'The log is whole, as far as this source can prove.',
      '10001 receipts are bad, which says nothing about the log.',
    ]);
  });
});

test('a genuine promise that the log broke is still a finding about the log, next to a forged one', async () => {
  const broken = await verify([...receiptsBy(log.signer, [neverMade]), ...receiptsBy(stranger)]);
  expect(broken.findings).toMatchObject([{ code: 'PROMISE_LOST', place: `receipt of ${neverMade.header.id}` }]);
  expect(broken.receipts.faults).toMatchObject([{ code: 'RECEIPT_INVALID' }]);
  expect(describeVerification(broken)).toContain('The log is not whole: 1 finding.');
});

describe('verify-log', () => {
  let gateway: TestGateway;
  let directory: string;
  let receipt: Receipt;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'ntk-receipts-'));
    gateway = await openGateway({ clock: realClock });
    receipt = (await gateway.ask('resident', '{ me { givenName } }')).privacy.receipt!;
    await gateway.sequence();
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await gateway.close();
  });

  const run = (receipts: readonly unknown[]) => {
    const file = join(directory, 'receipts.jsonl');
    writeFileSync(file, receipts.map((one) => JSON.stringify(one)).join('\n'));
    return runPrivacy(['verify-log', '--receipts', file, '--json'], settingsFor(gateway.database));
  };

  test('ends with 0 for genuine receipts, and with 3 where one is forged', async () => {
    expect(await run([receipt])).toMatchObject({ code: 0, stderr: '' });
    const { code, stdout } = await run([receipt, { ...receipt, leafHash: otherByte(receipt.leafHash) }]);
    expect(JSON.parse(stdout)).toMatchObject({
      whole: true,
      findings: [],
      receipts: { given: 2, kept: 1, faults: [{ code: 'RECEIPT_INVALID' }] },
    });
    expect(code).toBe(3);
  });

  test('ends with 1 where the log is not whole, whatever the receipts are', async () => {
    await gateway.database.asOwner(`update access_log.entry set salts = overlay(salts placing '\\xab' from 17) where seq = 0`);
    const { code, stdout } = await run(['x']);
    expect(JSON.parse(stdout)).toMatchObject({ whole: false, findings: [{ code: 'SEGMENTS_ALTERED' }], receipts: { faults: [{}] } });
    expect(code).toBe(1);
  });
});
