import { errorSentences } from '../../../src/platform/errors/say-error.ts';
import { identityWordings } from '../../../src/identity/wording/wordings.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AccessNeedKind, MandateKind } from '../../../src/town/shared/graphql/generated/schema.ts';
import { allCategories } from '../../../src/town/policy/words/categories.ts';
import { nameFields } from '../../../src/town/wording/name-fields.ts';
import type { Need, Reason } from '../../../src/town/wording/reason.ts';
import { sayWhy } from '../../../src/town/wording/say-why.ts';
import { wordings } from '../../../src/town/wording/wordings.ts';

const english = { ...wordings.en, ...identityWordings.en, errors: errorSentences.en };
const french: typeof english = { ...wordings.fr, ...identityWordings.fr, errors: errorSentences.fr };

const sentencesIn = (given: unknown): readonly string[] =>
  typeof given === 'string' ? [given] : Object.values(given as object).flatMap(sentencesIn);

/** Each sentence of a language that needs nothing filled in. */
const fixed = ({
  errors,
  statements,
  notices,
  accountActs,
  fields,
  formerField,
  codeMail,
  accountMails,
  pages,
}: typeof english): string[] => [
  ...Object.values(accountActs),
  ...Object.values(errors).filter((sentence) => !sentence.startsWith('PersistedQuery')),
  ...Object.values(statements).flatMap((clauses) => Object.values(clauses)),
  ...Object.values(notices),
  ...Object.values(fields),
  formerField,
  ...Object.values(codeMail),
  ...Object.values(accountMails).flatMap((mail) => Object.values(mail).map((text) => text.trim().replaceAll(/\n+/g, ' '))),
  ...sentencesIn(pages),
];

const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const need: fc.Arbitrary<Need | null> = fc.option(
  fc.constantFrom(...Object.values(AccessNeedKind)).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      reference: kind === 'MANDATE' ? fc.constantFrom(...Object.values(MandateKind), 'WRIT') : fc.constantFrom('T-12345678', 'R-87654321'),
      openedAt: instant,
      closedAt: fc.option(instant),
    }),
  ),
);
const reason: fc.Arbitrary<Reason> = fc
  .constantFrom(
    ...Object.entries(french.reasons).flatMap(([purpose, sentences]) =>
      Object.keys(sentences).map((relationship) => ({ purpose, relationship })),
    ),
    { purpose: null, relationship: 'NONE' },
  )
  .chain((read) =>
    fc
      .tuple(fc.boolean(), fc.constantFrom(null, 'ISSUED', 'CONFIRMED', 'CONTESTED', 'UNDONE'), need)
      .map(([identityChecked, claim, one]) => ({ ...read, identityChecked, claim, account: null, need: one }) as Reason),
  );

/** The problem of a French sentence, as the part that shows it. */
function faults(sentence: string): readonly string[] {
  const rules = [
    // Spaces, and placeholders that were not filled
    / {2}|\s[,.;]|\u00a0\u00a0|[{}]|undefined|^\s|[,;:]{2}/gu,
    // Contraction: « du », « des », « au », « aux »
    /(?<!\p{L})(?:de|à) les?(?!\p{L})/giu,
    // Elision before a vowel or a silent h
    /(?<![\p{L}’-])(?:le|la|de|ne|que|se|je|me|te|ce|jusque|lorsque|puisque|quoique) (?:[aeiouyàâéèêëîïôûœ]|h(?!aut|uit|ors))/giu,
    /(?<!\p{L})si ils?(?!\p{L})/giu,
    // No elision before a consonant
    /(?<!\p{L})(?:[dlnsjmct]|qu|lorsqu|puisqu)’[^aeiouyhàâéèêëîïôûœAEIOUYHÉÈÊÀ«]/gu,
    // A colon and quotation marks have a no-break space in Canadian French; the other marks have none
    /(?<![\u00a0\d]|purpose\(is):(?!\d)|«(?!\u00a0)|(?<!\u00a0)»|\s[;!?]|'/gu,
    // A feminine noun after « un », or a masculine one after « une »
    /(?<!\p{L})un (?:demande|ordonnance|mission|attribution|personne|fin|date)(?!\p{L})|(?<!\p{L})une (?:ordre|mandat|code|jeton|compte|dossier)(?!\p{L})/giu,
  ];
  return rules.flatMap((rule) => sentence.match(rule) ?? []);
}

describe('each French sentence', () => {
  test('about a read is right in spaces, articles, contraction and elision', () => {
    fc.assert(
      fc.property(reason, (read) => expect(faults(sayWhy(french, read))).toEqual([])),
      { numRuns: 2_000 },
    );
  });

  test('about what was released is right, alone and together', () => {
    fc.assert(
      fc.property(fc.subarray([...allCategories]), fc.boolean(), (categories, former) => {
        const named = nameFields(french, { categories, former });
        expect(faults(named.join(', '))).toEqual([]);
        expect(new Set(named).size).toBe(categories.length + Number(former));
      }),
    );
  });

  test('that is fixed is right', () => {
    for (const sentence of fixed(french)) expect([sentence, faults(sentence.replaceAll(/\{\w+\}/g, '1'))]).toEqual([sentence, []]);
  });

  test('is noticed where it is wrong', () => {
    for (const wrong of [
      'en vertu de ordre',
      'la fin de le mandat',
      'à les guichets',
      'd’mandat',
      'deux  espaces',
      'le, code ,',
      'la règle: non',
      'un ordonnance',
      "l'ordre",
      'au {opened}',
    ])
      expect([wrong, faults(wrong).length > 0]).toEqual([wrong, true]);
  });
});

/** Names of acts, names of the protocol, and words that both languages have. */
const shared = `
  access act and by freedom government information municipal of privacy protection to
  dpop graphql is javascript json nonce operationname post purpose query reject requested response withheld
  active application argument arguments change code codes comment confidence contact cosignature date dates directive directives document documents
  court extensions invitation long messages minute minutes moment mutation mutations page pages possession question questions secret section service session sessions site variable variables versions
`;
const wordsOf = (sentence: string): string[] => sentence.toLowerCase().match(/\p{L}{2,}/gu) ?? [];

test('no French sentence has an English word', () => {
  const reasons = (wording: typeof english): string[] => [
    ...Object.values(wording.reasons).flatMap((one) => Object.values(one)),
    ...Object.values(wording.needs).flatMap((one) => Object.values(one)),
    ...Object.values(wording.mandates),
    wording.formerMandate,
    wording.formerReason,
  ];
  const withoutPlaceholders = (sentence: string): string => sentence.replaceAll(/\{\w+\}/g, '');
  const inEnglish = new Set([...fixed(english), ...reasons(english)].map(withoutPlaceholders).flatMap(wordsOf));
  const inFrench = new Set([...fixed(french), ...reasons(french)].map(withoutPlaceholders).flatMap(wordsOf));
  expect([...inFrench].filter((word) => inEnglish.has(word)).toSorted()).toEqual(wordsOf(shared).toSorted());
});

test('clients find the two sentences that they know, whatever the language', () => {
  expect(french.errors.PERSISTED_QUERY_NOT_FOUND).toBe('PersistedQueryNotFound');
  expect(french.errors.PERSISTED_QUERY_NOT_SUPPORTED).toBe('PersistedQueryNotSupported');
});
