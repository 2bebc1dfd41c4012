import type { Language } from '../platform/language/languages.ts';
import type { Application } from '../engine/application.ts';
import { resolvers } from './shared/graphql/resolvers.ts';
import { schemaSources } from './shared/graphql/schema-sources.ts';
import { showIds } from './shared/graphql/viewer.ts';
import { accessInForce } from './shared/access/access-in-force.ts';
import { caseRelationships, relationshipColumns, lookUpRelationships, relationshipsLookedUp } from './shared/access/relationships.ts';
import { findCase, renewEncounter } from './shared/access/open-case.ts';
import { spendEncounter } from './counter/spend-encounter.ts';
import { townDatabase } from './shared/database/database.ts';
import { postingRules } from './history/places/posting-rules.ts';
import { readEngagement } from './mandates/engagement.ts';
import { readMandate, readMandateCategories } from './mandates/mandate-in-force.ts';
import { openTown } from './open-town.ts';
import { servePublicPages } from './shared/pages/serve-public-pages.ts';
import { policyInForce } from './policy/policy.ts';
import type { EmployeePurpose } from './policy/words/purposes.ts';
import { entities } from './shared/rows/entities.ts';
import { readDuty } from './staff/employees.ts';
import { people } from './staff/people.ts';
import { readAcknowledgements } from './statement/acknowledgements.ts';
import { sayPurpose } from './wording/say-purpose.ts';
import { wordings } from './wording/wordings.ts';

/** The municipality, as the engine knows it. */
export const town: Application = {
  policy: policyInForce,
  schema: { sources: schemaSources, resolvers, complete: showIds },
  repository: {
    root: new URL('../../', import.meta.url),
    folders: ['schema', 'src'],
    schema: 'schema',
    policy: 'src/town/policy/policy.ts',
  },
  database: townDatabase,
  entities,
  access: accessInForce,
  postings: postingRules,
  relationships: {
    offers: relationshipsLookedUp,
    lookUp: lookUpRelationships,
    columns: relationshipColumns,
    columnsOfCase: caseRelationships,
  },
  cases: { find: findCase, renew: renewEncounter },
  acts: { UNSERVED_ENCOUNTER: spendEncounter },
  authorities: { read: readMandate, readEngagement, readCategories: readMandateCategories },
  erasures: { purpose: 'RIGHTS_FULFILMENT', relationship: 'OPEN_REQUEST' },
  duties: { read: readDuty },
  acknowledgements: { read: readAcknowledgements },
  sayPurpose: (purpose, cells, statement) => {
    // Only employees acknowledge, and their roles have no other purposes. `npm run check` makes the policy's matrix, and its test names a
    // purpose without words.
    const say = (language: Language): string => sayPurpose(wordings[language], purpose as EmployeePurpose, cells, statement);
    return { en: say('en'), fr: say('fr') };
  },
  sayUse: { en: wordings.en.notices.USE_IS_RESTRICTED, fr: wordings.fr.notices.USE_IS_RESTRICTED },
  people,
  open: openTown,
  pages: new URL('../../web/dist/', import.meta.url),
  servePages: servePublicPages,
};
