import type { Language } from '../platform/language/languages.ts';
import type { Application } from '../engine/application.ts';
import { accessInForce } from './access/access-in-force.ts';
import { findCase } from './access/open-case.ts';
import { postingRules } from './history/places/posting-rules.ts';
import { readMandate } from './mandates/mandate-in-force.ts';
import { policyInForce } from './policy/policy.ts';
import type { EmployeePurpose } from './policy/purposes.ts';
import { entities } from './rows/entities.ts';
import { readDuty } from './staff/employees.ts';
import { readAcknowledgements } from './statement/acknowledgements.ts';
import { sayPurpose } from './wording/say-purpose.ts';
import { wordings } from './wording/wordings.ts';

/** The municipality, as the engine knows it. */
export const town: Application = {
  policy: policyInForce,
  entities,
  access: accessInForce,
  postings: postingRules,
  cases: { find: findCase },
  authorities: { read: readMandate },
  duties: { read: readDuty },
  acknowledgements: { read: readAcknowledgements },
  sayPurpose: (purpose, cells, statement) => {
    // Only roles of employees acknowledge, and they have no other purposes: `npm run check` makes the policy's matrix, and its test names a
    // purpose without words.
    const say = (language: Language): string => sayPurpose(wordings[language], purpose as EmployeePurpose, cells, statement);
    return { en: say('en'), fr: say('fr') };
  },
};
