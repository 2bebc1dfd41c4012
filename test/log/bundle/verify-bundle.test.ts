import { beforeAll, describe, expect, test } from '@jest/globals';
import { partnerRoles } from '../../../src/town/policy/partners/partners.ts';
import type { Bundle } from '../../../src/log/bundle/bundle.ts';
import { bundleCatalogue } from '../../../src/log/bundle/bundle-findings.ts';
import { verifyBundle } from '../../../src/log/bundle/verify-bundle.ts';
import { alterations, withEntry } from '../../helpers/log/bundle-alterations.ts';
import { seeded } from '../../helpers/log/kept-tiles.ts';
import { reader } from '../../helpers/log/exported-bundle.ts';
import { makeSyntheticBundle, newSigner, type SyntheticBundle } from '../../helpers/log/synthetic-bundle.ts';

let bundle: SyntheticBundle;
beforeAll(async () => {
  bundle = await makeSyntheticBundle();
});

type Found = string[];
async function found(files: ReadonlyMap<string, Uint8Array>, keys = bundle.keys, origin?: string): Promise<Found> {
  const { findings } = await verifyBundle(reader(files), keys, partnerRoles, origin);
  for (const { code, sentence } of findings) expect(sentence).toBe(bundleCatalogue[code]);
  return findings.map(({ code, place }) => `${code} ${place}`);
}

test('an unaltered bundle has no findings, all its entries are proven, and unproven parts are listed', async () => {
  const verified = await verifyBundle(reader(bundle.files(bundle.content)), bundle.keys, partnerRoles, 'log.example/access');
  expect(verified.findings).toEqual([]);
  expect(verified).toMatchObject({ proven: 81, bundle: bundle.content });
  expect(verified.notShown).toEqual([
    expect.stringContaining('Pseudonyms, and what was released and withheld for them, are asserted'),
    expect.stringContaining('That no entry outside of the range is within the engagement’s dates is asserted'),
    expect.stringContaining('That a segment was erased, and not omitted, is asserted'),
  ]);
});

describe('altered content is found', () => {
  test.each(alterations)('even if it is signed: %s', async (_what, altered, code, place) => {
    const all = await found(bundle.files(altered(bundle.content)));
    expect(all).toContain(`${code} ${place}`);
    expect(all.join()).not.toContain('BUNDLE_ALTERED');
  });

  test.each(alterations)('without a signature: %s', async (_what, altered, code, place) => {
    const files = bundle.files(bundle.content);
    const { note } = JSON.parse(String(files.get('bundle.json')));
    files.set('bundle.json', Buffer.from(JSON.stringify({ note, content: altered(bundle.content) })));
    expect(await found(files)).toEqual(expect.arrayContaining(['BUNDLE_ALTERED content', `${code} ${place}`]));
  });

  test('a swapped pseudonym is found by the signature only', async () => {
    const altered = withEntry(bundle.content, 500, (entry) => ({
      ...entry,
      subjects: [{ ...entry.subjects[0], pseudonym: 'P-four' }, entry.subjects[1]],
    }));
    const files = bundle.files(bundle.content);
    const { note } = JSON.parse(String(files.get('bundle.json')));
    files.set('bundle.json', Buffer.from(JSON.stringify({ note, content: altered })));
    expect(await found(files)).toEqual(['BUNDLE_ALTERED content']);
    // The holder of the log's key can assert this; it is not proven.
    expect(await found(bundle.files(altered))).toEqual([]);
  });

  test('an unknown member is found', async () => {
    const files = bundle.files({ ...bundle.content, more: 1 } as Bundle);
    expect(await found(files)).toEqual([]);
    const { note } = JSON.parse(String(bundle.files(bundle.content).get('bundle.json')));
    files.set('bundle.json', Buffer.from(JSON.stringify({ note, content: { ...bundle.content, more: 1 } })));
    expect(await found(files)).toEqual(['BUNDLE_ALTERED content']);
  });
});

describe('the signature of a bundle', () => {
  test('by an unknown key, by another log, or by a key past its last size is refused', async () => {
    const strange = bundle.files(bundle.content, newSigner());
    expect(await found(strange)).toEqual(['BUNDLE_NOTE_INVALID note']);
    const whole = bundle.files(bundle.content);
    expect(await found(whole, bundle.keys, 'other.example/log')).toEqual([
      'BUNDLE_NOTE_INVALID note',
      'BUNDLE_CHECKPOINT_INVALID checkpoint',
    ]);
    const ending = (first: bigint, last: bigint) => [{ ...bundle.keys[0]!, first, last }];
    expect(await found(whole, ending(0n, 900n))).toEqual([]);
    expect(await found(whole, ending(0n, 899n))).toEqual(['BUNDLE_NOTE_INVALID note', 'BUNDLE_CHECKPOINT_INVALID checkpoint']);
  });

  test('by the newest key, which has signed no tree yet, is accepted', async () => {
    const next = newSigner();
    const keys = [
      { ...bundle.keys[0]!, last: 1000n },
      { verifier: next.verifier, first: 901n, last: undefined },
    ];
    expect(await found(bundle.files(bundle.content, next), keys)).toEqual([]);
  });

  test('covers what the content states', async () => {
    const other = bundle.files({ ...bundle.content, engagement: { ...bundle.content.engagement, authority: 'other' } });
    const files = bundle.files(bundle.content);
    const { note } = JSON.parse(String(other.get('bundle.json')));
    files.set('bundle.json', Buffer.from(JSON.stringify({ note, content: bundle.content })));
    expect(await found(files)).toEqual(['BUNDLE_ALTERED content', 'BUNDLE_STATEMENT_DIFFERS note']);
    const checkpoint = String(files.get('checkpoint'));
    files.set('bundle.json', Buffer.from(JSON.stringify({ note: checkpoint, content: bundle.content })));
    expect(await found(files)).toEqual(['BUNDLE_NOTE_INVALID note']);
  });
});

describe('the files of a bundle', () => {
  test('are each reported when missing', async () => {
    const whole = bundle.files(bundle.content);
    expect([...whole.keys()].toSorted()).toEqual([
      'bundle.json',
      'checkpoint',
      'tile/0/001',
      'tile/0/002',
      'tile/0/003.p/132',
      'tile/1/000.p/3',
    ]);
    const expected: Record<string, string> = {
      'bundle.json': 'BUNDLE_MISSING bundle.json',
      checkpoint: 'BUNDLE_CHECKPOINT_INVALID checkpoint',
    };
    for (const path of whole.keys()) {
      const files = new Map(whole);
      files.delete(path);
      expect(await found(files)).toEqual([expected[path] ?? `BUNDLE_TILE_MISSING ${path}`]);
    }
  });

  test('are reported if a tile or the checkpoint belongs to another tree', async () => {
    for (const [path, place] of [
      ['tile/0/001', 'tile/0/001'],
      ['tile/0/002', 'tile/0/002'],
      ['tile/1/000.p/3', 'one of the rightmost tiles'],
      ['tile/0/003.p/132', 'one of the rightmost tiles'],
    ] as const) {
      const files = bundle.files(bundle.content);
      files.get(path)![40]! ^= 1;
      expect(await found(files)).toEqual([`BUNDLE_TILE_ALTERED ${place}`]);
    }
    const files = bundle.files(bundle.content).set('checkpoint', Buffer.from(bundle.otherCheckpoint));
    expect(await found(files)).toEqual(['BUNDLE_CHECKPOINT_DIFFERS checkpoint', 'BUNDLE_TILE_ALTERED one of the rightmost tiles']);
  });

  test('cannot be altered in a single bit', async () => {
    const random = seeded(4);
    for (let round = 0; round < 60; round++) {
      const files = bundle.files(bundle.content);
      const paths = [...files.keys()];
      const path = paths[Math.floor(random() * paths.length)]!;
      const bytes = files.get(path)!;
      const [byte, bit] = [Math.floor(random() * bytes.length), Math.floor(random() * 8)];
      bytes[byte]! ^= 1 << bit;
      expect({ path, byte, bit, found: (await found(files)).length > 0 }).toMatchObject({ found: true });
    }
  });

  test.each<[string, unknown]>([
    ['no JSON', undefined],
    ['no object', null],
    ['a list', []],
    ['no content', { note: '' }],
    ['a number for a text', { note: 1, content: {} }],
    ['an inherited member', { note: '', content: { ['__proto__']: { version: 1 } } }],
  ])('that are %s are reported with their place', async (_what, value) => {
    const files = new Map([['bundle.json', Buffer.from(value === undefined ? '{' : JSON.stringify(value))]]);
    expect((await found(files))[0]).toMatch(/^BUNDLE_MALFORMED bundle\.json/);
  });

  test('with endless nesting or a truncated number are reported', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const with_ = (more: string): Map<string, Uint8Array> => {
      const text = JSON.stringify({ note: 'x', content: bundle.content });
      return new Map([['bundle.json', Buffer.from(text.replace('"version":2', more))]]);
    };
    expect(await found(with_(`"version":2,"more":${deep}`))).toContain('BUNDLE_NOTE_INVALID note');
    for (const other of ['1.5', '1']) {
      expect(await found(with_(`"version":${other}`))).toEqual(['BUNDLE_MALFORMED bundle.json, content, version']);
    }
  });

  test('with a header of another version, or a malformed root, salt or path, are reported with the place', async () => {
    const place = 'bundle.json, content, entries 20';
    for (const [change, where] of [
      [(entry: any) => ({ ...entry, header: { ...entry.header, version: 1 } }), 'header, version'],
      [(entry: any) => ({ ...entry, header: { ...entry.header, segments: [] } }), 'header, segments'],
      [(entry: any) => ({ ...entry, header: { ...entry.header, segments: { root: 'ab', size: 5 } } }), 'header, segments, root'],
      [(entry: any) => ({ ...entry, principal: { ...entry.principal, salt: '00'.repeat(32) } }), 'principal, salt'],
      [(entry: any) => ({ ...entry, principal: { ...entry.principal, path: ['ab'] } }), 'principal, path 0'],
    ] as const) {
      const content = withEntry(bundle.content, 500, change);
      const files = new Map([['bundle.json', Buffer.from(JSON.stringify({ note: 'x', content }))]]);
      expect(await found(files)).toEqual([`BUNDLE_MALFORMED ${place}, ${where}`]);
    }
  });
});
