import { globSync, readFileSync } from 'node:fs';
import { wordings } from '../../../src/town/wording/wordings.ts';
import { testNow, testToday } from '../../helpers/database/cluster.ts';
import { expectRelationships } from '../../non-interference/towns/expected-relationships.ts';
import { createOracle, seenOfAll } from '../../non-interference/oracle.ts';
import type { Standpoint } from '../../non-interference/towns/standpoints.ts';
import type { Town } from '../../non-interference/towns/town.ts';
import type { OwnedValues, Owner } from './owned-values.ts';
import type { Need } from './town-view.ts';

/** The personal values of a page. */
export interface Judged {
  /** The matrix permits each of them of one of its owners. */
  readonly permitted: readonly string[];
  /** The others, with whose they are. */
  readonly withheld: readonly string[];
}

/**
 * Finds the personal values in what a page shows, the longest first: a name can be a part of a permitted address.
 * @param ownWords what pages say to everybody: words there that are names, too, tell nothing
 */
export function judgeShown(texts: readonly string[], owned: OwnedValues, mayShow: (owner: Owner) => boolean, ownWords: string): Judged {
  // No line ends within a date.
  let left = texts.join('\n').replaceAll('\u00a0', ' ');
  const found = [...owned].filter(([value]) => left.includes(value) && !standsIn(ownWords, value));
  const [permitted, withheld]: [string[], string[]] = [[], []];
  for (const [value, owners] of found.toSorted(([one], [other]) => other.length - one.length)) {
    if (!standsIn(left, value)) continue;
    left = left.replaceAll(asWhole(value), '·');
    if (owners.some(mayShow)) permitted.push(value);
    else withheld.push(`${value}: ${owners.map(({ coordinate, subject }) => `${coordinate} of ${subject}`).join(', ')}`);
  }
  return { permitted, withheld };
}

/** Whether the committed matrix permits to show an owner's value to a person who asks for these purposes and cases. */
export function mayShowTo(standpoint: Standpoint, needs: readonly Need[], town: Town): (owner: Owner) => boolean {
  const views = needs.map((need) => {
    const asked = { ...standpoint, ...need };
    const oracle = createOracle(asked, expectRelationships(town, asked, testToday, testNow));
    return { oracle, seen: seenOfAll(town, oracle) };
  });
  return ({ category, subject }) =>
    views.some(({ oracle, seen }) =>
      (subject === null ? oracle.under('NONE') : (seen.get(subject) ?? oracle.ofRequest(subject))).has(category),
    );
}

/** The texts of pages for everyone: their sentences, schemas and examples, what the municipality offers, partners and their mandates. */
export function readOwnWords(town: Town): string {
  const root = new URL('../../../', import.meta.url);
  const written = ['locales/en/web/*.po', 'web/src/developer/generated/**/*.{json,graphql}'];
  const files = globSync(written, { cwd: root }).map((file) => readFileSync(new URL(file, root), 'utf8'));
  const prices = town['recreation.service'].map(({ price }) => `$${price}`);
  const rows = [town['recreation.service'], town['recreation.partner'], town['recreation.mandate']];
  return [...files, ...prices, JSON.stringify(wordings), JSON.stringify(rows)].join('\n');
}

function asWhole(value: string): RegExp {
  const escaped = value.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'gu');
}

function standsIn(text: string, value: string): boolean {
  return text.includes(value) && asWhole(value).test(text);
}
