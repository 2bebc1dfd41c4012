import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verifyBundle, type BundleVerification } from '../../../../log/bundle/verify-bundle.ts';
import type { LogKey } from '../../../../log/keys/log-keys.ts';
import { rolesOf, type Vocabulary } from '../../../../engine/policy/declaration/vocabulary.ts';
import { formatTable } from '../../../terminal/format-table.ts';
import { readDirectory } from './read-directory.ts';

/** Whether `--from` names an auditor's bundle (`export-log`). */
export function isBundle(from: string | undefined): from is string {
  return from !== undefined && existsSync(join(from, 'bundle.json'));
}

/** Verifies the bundle in a directory and prints the result. @returns whether something was found */
export async function verifyBundleIn(vocabulary: Vocabulary, directory: string, keys: readonly LogKey[], json: boolean): Promise<boolean> {
  const verified = await verifyBundle(readDirectory(directory), keys, rolesOf(vocabulary, 'ORGANISATION'));
  process.stdout.write(json ? asJson(verified) : `${describeBundle(verified).join('\n')}\n`);
  return verified.findings.length > 0;
}

function describeBundle({ bundle, findings, proven, notShown }: BundleVerification): string[] {
  return [
    ...formatTable([], bundle ? facts(bundle, proven) : []),
    '',
    ...formatTable(
      [],
      findings.map(({ code, place, sentence }) => [code, place, sentence]),
    ),
    ...notShown.map((sentence) => `Not proven: ${sentence}`),
    findings.length === 0
      ? 'The bundle is whole: each of its entries is in the log.'
      : `The bundle is not whole: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`,
  ];
}

function facts({ origin, engagement, population, tree, sample }: NonNullable<BundleVerification['bundle']>, proven: number): string[][] {
  const { first, last, entries, inDates } = population;
  return [
    ['log', origin],
    ['engagement', `${engagement.reference}, from ${engagement.from} until ${engagement.until}`],
    ['tree', `${tree.size} entries, root ${tree.root}`],
    ['entries', `${first} to ${last}: ${entries}, of which ${inDates} in the engagement’s dates; ${proven} proven`],
    ...(sample ? [['sample', `${sample.numbers.join(', ')} (${sample.size} by the seed ${JSON.stringify(sample.seed)})`]] : []),
  ];
}

/** The result as JSON, without the entries, which are in the bundle. */
function asJson({ bundle, findings, ...rest }: BundleVerification): string {
  const { entries: _entries, ...stated } = bundle ?? { entries: [] };
  return `${JSON.stringify({ whole: findings.length === 0, bundle: bundle ? stated : null, findings, ...rest }, null, 2)}\n`;
}
