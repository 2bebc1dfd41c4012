import { saltLength, type CaseSegment, type Header, type PrincipalSegment } from '../entry/entry.ts';
import { parseJson } from '../encoding/json.ts';
import type { Bundle, BundleEntry, BundleSubject, Closed, Sample, Shown, SignedBundle } from './bundle.ts';
import { FormError, JsonReader } from './json-reader.ts';

const hex = /^[\da-f]{64}$/;
const salt = new RegExp(`^[\\da-f]{${2 * saltLength}}$`);
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const id = /^[\w-]{1,64}$/;
const reasons: readonly Closed[] = ['NOT_A_PARTNER', 'NO_AUTHORITY_ALONE', 'NOT_IN_DATES', 'OWN_ENTRY', 'OF_ACCOUNT', 'ERASED'];

/**
 * Parses `bundle.json` without verifying it. The note is not parsed.
 * @returns the bundle, and its content as it was parsed, with any further members
 * @throws {FormError} with the place of the first value that does not have the expected form
 */
export function parseBundle(text: string): SignedBundle & { readonly raw: unknown } {
  const whole = new JsonReader(parseJson(text), 'bundle.json');
  const content = whole.member('content');
  return { note: whole.member('note').text(), content: bundleOf(content), raw: content.object() };
}

function bundleOf(content: JsonReader): Bundle {
  const engagement = content.member('engagement');
  const coverage = content.member('coverage');
  const tree = content.member('tree');
  const population = content.member('population');
  if (content.member('version').count() !== 2) throw new FormError('bundle.json, content, version');
  return {
    version: 2,
    origin: content.member('origin').text(),
    engagement: {
      authority: engagement.member('authority').text(id),
      reference: engagement.member('reference').text(),
      auditor: engagement.member('auditor').text(id),
      from: engagement.member('from').text(instant),
      until: engagement.member('until').text(instant),
    },
    coverage: { since: coverage.member('since').text(instant), first: coverage.member('first').count() },
    tree: { size: tree.member('size').count(), root: tree.member('root').text() },
    population: {
      first: population.member('first').count(),
      last: population.member('last').count(),
      entries: population.member('entries').count(),
      inDates: population.member('inDates').count(),
    },
    sample: sampleOf(content.member('sample')),
    entries: content.member('entries').list(entryOf),
    padding: content.member('padding').list((tile) => ({ tile: tile.member('tile').count(), key: tile.member('key').text(hex) })),
  };
}

function sampleOf(sample: JsonReader): Sample | null {
  if (sample.isNull) return null;
  return {
    seed: sample.member('seed').text(),
    size: sample.member('size').count(),
    numbers: sample.member('numbers').list((number) => number.count()),
  };
}

function entryOf(entry: JsonReader): BundleEntry {
  const subjects = entry.member('subjects');
  return {
    number: entry.member('number').count(),
    header: headerOf(entry.member('header')),
    principal: shownOf(entry.member('principal'), (content) => ({ kind: 'principal', id: textOrNull(content.member('id')) })),
    case: shownOf(entry.member('case'), (content) => ({
      kind: 'case',
      case: textOrNull(content.member('case')),
      authority: textOrNull(content.member('authority')),
    })),
    subjects: subjects.isList ? subjects.list(subjectOf) : { closed: subjects.member('closed').oneOf(reasons) },
    unseen: entry.member('unseen').count(),
    erased: entry.member('erased').list((ordinal) => ordinal.count()),
  };
}

/** Checks only the members that are used here. The whole header is compared with the signed leaf later. */
function headerOf(header: JsonReader): Header {
  header.member('at').text(instant);
  header.member('role').text();
  const version = header.member('version');
  if (version.count() !== 2) throw new FormError(version.place);
  const segments = header.member('segments');
  segments.member('root').text(hex);
  segments.member('size').count();
  return header.object() as unknown as Header;
}

function shownOf<Content extends PrincipalSegment | CaseSegment>(
  shown: JsonReader,
  read: (content: JsonReader) => Content,
): Shown<Content> {
  if (shown.has('closed')) return { closed: shown.member('closed').oneOf(reasons) };
  return {
    salt: shown.member('salt').text(salt),
    path: shown.member('path').list((hash) => hash.text(hex)),
    content: read(shown.member('content')),
  };
}

function subjectOf(subject: JsonReader): BundleSubject {
  return {
    pseudonym: subject.member('pseudonym').text(),
    relationship: subject.member('relationship').text(),
    released: subject.member('released').list((coordinate) => coordinate.text()),
    withheld: subject.member('withheld').list((coordinate) => coordinate.text()),
  };
}

function textOrNull(value: JsonReader): string | null {
  return value.isNull ? null : value.text();
}
