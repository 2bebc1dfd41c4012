import { encodeBase64 } from '../../../log/encoding/base64.ts';
import type { Verification } from '../../../log/verify/verification.ts';
import { formatTable } from '../../terminal/format-table.ts';

/** The most erased parts that are listed. */
const mostNamed = 20;

/** Describes the result of verifying a log, line by line. */
export function describeVerification({
  checkpoint,
  findings,
  unlisted,
  erased,
  witnesses,
  older,
  segments,
  padded,
  staged,
  receipts,
  notShown,
}: Verification): string[] {
  const facts: string[][] = [
    ['log', checkpoint?.origin ?? 'unknown'],
    ['tree', checkpoint ? `${checkpoint.size} leaves, root ${encodeBase64(checkpoint.root)}` : 'unknown'],
  ];
  if (segments > 0) facts.push(['segments', `${segments} verified against the roots of their entries`]);
  if (padded > 0) facts.push(['padding', `${padded} of the leaves`]);
  if (staged > 0) facts.push(['staged', `${staged} entries have no number yet`]);
  if (older > 0) facts.push(['older', `${older} earlier ${older === 1 ? 'tree' : 'trees'} compared`]);
  for (const { name, time } of witnesses) facts.push(['witness', `${name}, ${instantOf(time)}`]);
  const faults = receipts.faults.length + receipts.unlisted;
  if (receipts.given > 0) {
    const states = [`${receipts.kept} kept`, `${receipts.pending.length} pending`, ...(faults > 0 ? [`${faults} not of this log`] : [])];
    facts.push(['receipts', `${receipts.given}: ${states.join(', ')}`]);
  }
  for (const { place, by } of erased.slice(0, mostNamed)) facts.push(['erased', `${place}, recorded by ${nameOf(by)}`]);
  if (erased.length > mostNamed) facts.push(['erased', `${erased.length - mostNamed} more, which --json lists`]);
  const total = findings.length + unlisted;
  return [
    ...formatTable([], facts),
    ...listed(findings, unlisted),
    ...listed(receipts.faults, receipts.unlisted),
    '',
    ...notShown.map((sentence) => `Not proven: ${sentence}`),
    total === 0
      ? 'The log is whole, as far as this source can prove.'
      : `The log is not whole: ${total} ${total === 1 ? 'finding' : 'findings'}.`,
    ...(faults > 0 ? [`${faults} ${faults === 1 ? 'receipt is' : 'receipts are'} bad, which says nothing about the log.`] : []),
  ];
}

function listed(found: Verification['findings'] | Verification['receipts']['faults'], unlisted: number): string[] {
  if (found.length === 0) return [];
  const rows = found.map(({ code, place, sentence }) => [code, place, sentence]);
  return ['', ...formatTable([], rows), ...(unlisted > 0 ? [`and ${unlisted} more`] : [])];
}

/** The last second that a Date can hold; a witness may have signed a later one. */
const lastSecond = 8_640_000_000_000;

function instantOf(seconds: number): string {
  return Math.abs(seconds) <= lastSecond ? new Date(seconds * 1_000).toISOString() : `${seconds} seconds after 1970`;
}

function nameOf(by: number | string): string {
  return typeof by === 'number' ? `entry ${by}` : `staged entry ${by}`;
}
