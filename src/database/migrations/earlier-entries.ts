import { createEntry } from '../../access-log/create-entry.ts';
import type { Header, Openings } from '../../transparency-log/entry.ts';
import { stageStatement } from '../../access-log/stage.ts';

/** An entry of the log before it was a tree. */
export interface EarlierEntry {
  readonly header: Header;
  readonly openings: readonly { readonly salt: string; readonly content: Openings[number] }[];
}

/** The statement that stages an earlier entry again, with its own salts. MikroORM marks parameters by question marks. */
export function packEarlier({ header, openings }: EarlierEntry): { readonly text: string; readonly values: unknown[] } {
  const { version: _version, openings: _digests, ...rest } = header;
  const salts = Buffer.from(openings.map(({ salt }) => salt).join(''), 'hex');
  const contents = openings.map(({ content }) => content) as unknown as Openings;
  const { text, values } = stageStatement([createEntry(rest, contents, () => salts)]);
  return { text: text.replaceAll(/\$\d+/g, '?'), values };
}
