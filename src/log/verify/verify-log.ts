import { FindingList } from './finding-list.ts';
import { checkCoverage } from './checks/check-coverage.ts';
import { EntryCheck } from './checks/check-entries.ts';
import { ReceiptCheck } from './checks/check-receipts.ts';
import { checkTemplates } from './checks/check-templates.ts';
import { checkExtraRows } from './checks/check-extra-rows.ts';
import { findingCatalogue } from './log-findings.ts';
import type { LogSource } from './source/log-source.ts';
import { paddingOf } from '../tree/padding.ts';
import { listUnproven } from './checks/list-unproven.ts';
import { checkOlderTrees, readOlderTrees } from './trees/older-trees.ts';
import { places } from './source/places.ts';
import { readCheckpoint } from './source/read-checkpoint.ts';
import type { Verification, VerifyOptions } from './verification.ts';
import { walkTree } from './trees/walk-tree.ts';

/**
 * Verifies a whole log (RFC 6962; C2SP tlog-checkpoint, tlog-tiles, tlog-cosignature). It trusts only what a key of the
 * log or a known witness signed.
 * @throws what the source throws if it cannot be read
 */
export async function verifyLog(source: LogSource, options: VerifyOptions): Promise<Verification> {
  const findings = new FindingList(findingCatalogue);
  const store = source.entries;
  const tree = await readCheckpoint(source, options, findings);
  const { older, witnessed } = await readOlderTrees(source, tree, options, findings);
  const receipts = new ReceiptCheck(options, findings);
  const coverage = (await store?.coverage()) ?? [];
  const paddingKey = await store?.paddingKey();
  const padding = paddingKey && paddingOf(paddingKey);
  const entries = store && new EntryCheck(coverage[0]?.firstNumber ?? 0, padding, store, findings);
  const size = tree?.size ?? 0;

  let done = tree !== undefined;
  let isRolledBack = false;
  if (tree) {
    const sizes = new Set([size, ...older.map((one) => one.size)]);
    const onProgress = options.onProgress ?? (() => undefined);
    const walked = await walkTree({ source, tree, sizes, entries, receipts, findings, onProgress });
    const { rootAt, longer } = walked;
    done = walked.done;
    const { root } = tree.checkpoint ?? {};
    if (done && root && Buffer.compare(root, rootAt.get(size) ?? Buffer.of()) !== 0) findings.add('ROOT_DIFFERS', places.checkpoint);
    if (done) isRolledBack = checkOlderTrees(older, rootAt, size, findings);
    await checkExtraRows(store, size, longer, findings);
  }
  for (const { object, how } of (await source.definitions?.()) ?? []) findings.add(`DEFINITION_${how}`, object);
  let staged = 0;
  if (store && entries) {
    await checkTemplates(store, findings);
    for await (const one of store.staged()) {
      entries.staged(one);
      receipts.staged(one);
      staged += 1;
    }
  }
  const { erased, pruned } = (tree && entries?.end()) ?? { erased: [], pruned: false };
  const claimed = entries && checkCoverage(coverage, entries.first, pruned, findings);
  return {
    checkpoint: tree?.checkpoint && { ...tree.checkpoint, size },
    findings: findings.listed,
    unlisted: findings.unlisted,
    erased,
    witnesses: witnessed.filter((one) => one.size === size).map(({ name, time }) => ({ name, time })),
    older: done ? older.length : 0,
    segments: entries?.segments ?? 0,
    padded: entries?.padded ?? 0,
    staged,
    receipts: receipts.end(options.now(), witnessed, { isWhole: done, isRolledBack, hasStaged: store !== undefined }),
    notShown: [...listUnproven(source, options, tree && (done ? 'WHOLE' : 'PART'), witnessed), ...(claimed === undefined ? [] : [claimed])],
  };
}
