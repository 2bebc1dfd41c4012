import { identityWordings } from '../../identity/wording/wordings.ts';
import { type Language, languages } from '../../platform/language/languages.ts';
import { codeMinutes } from '../requests/senders/contact-codes.ts';
import type { Words } from './resolver-parts.ts';
import type { Markings } from '../../engine/markings/markings.ts';
import type { Policy } from '../../engine/policy/declaration/policy.ts';
import { fill } from '../../platform/language/fill.ts';
import { heldCategories, type HeldCategories } from '../wording/held-categories.ts';
import { nameFields } from '../wording/name-fields.ts';
import { sayStatement } from '../wording/say-statement.ts';
import { sayWhy } from '../wording/say-why.ts';
import type { Wording } from '../wording/wording.ts';
import { wordings } from '../wording/wordings.ts';

/** Makes the sentences of answers in each language. */
export function createWords(
  { outputs }: Pick<Markings, 'outputs'>,
  { prohibitions }: Pick<Policy, 'prohibitions'>,
): Readonly<Record<Language, Words>> {
  const home = new Set(prohibitions.filter(({ when }) => when?.includes('ADDRESS_PROTECTED')).flatMap(({ categories }) => categories));
  const held = (coordinates: readonly string[]): HeldCategories =>
    heldCategories((coordinate) => outputs.get(coordinate)?.category, coordinates);
  const wordsIn = (language: Language, wording: Wording): Words => ({
    why: (reason) => sayWhy(wording, reason),
    fields: (coordinates) => nameFields(wording, held(coordinates)),
    categories: (coordinates) => held(coordinates).categories,
    notice: (code) => wording.notices[code],
    statement: (statement) => sayStatement(wording, statement),
    contestRequest: identityWordings[language].contestRequest,
    codeMail: (code) => ({
      subject: wording.codeMail.subject,
      text: fill(wording.codeMail.text, { code, minutes: String(codeMinutes) }),
    }),
    // A coordinate that the schema no longer has may have led to the home.
    withoutHome: (coordinates) =>
      coordinates.filter((coordinate) => {
        const category = outputs.get(coordinate)?.category;
        // A member of a household is found only through the household.
        return category !== undefined && !home.has(category) && !coordinate.startsWith('HouseholdMember');
      }),
  });
  return Object.fromEntries(languages.map((language) => [language, wordsIn(language, wordings[language])])) as Record<Language, Words>;
}
