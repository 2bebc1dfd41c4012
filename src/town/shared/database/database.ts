import { budgetMigration } from '../../../engine/budgets/tables.ts';
import { claims } from '../../../identity/database/claims.ts';
import { identityMigration } from '../../../identity/database/migration.ts';
import { logMigration } from '../../../log/database/migration.ts';
import type { DatabaseSchema } from '../../../platform/postgres/migrations/database-schema.ts';
import type { RoleNames } from '../../../platform/postgres/roles/role-names.ts';
import { counter } from '../../counter/tables.ts';
import { helpdesk } from '../../helpdesk/tables.ts';
import { disclosures } from '../../history/tables.ts';
import { partners } from '../../mandates/partners/tables.ts';
import { mandates } from '../../mandates/tables.ts';
import { contestedClaims } from '../../people/claims/tables.ts';
import { contacts } from '../../people/tables/contacts.ts';
import { addressProtection } from '../../people/tables/protection.ts';
import { residents } from '../../people/tables/residents.ts';
import { erasures } from '../../requests/erasures/tables.ts';
import { requests } from '../../requests/tables.ts';
import { idempotencyKeys } from '../rows/tables.ts';
import { services } from '../../services/tables.ts';
import { visits } from '../../services/visits/tables.ts';
import { staff } from '../../staff/tables.ts';
import { acknowledgements } from '../../statement/tables.ts';

/** The tables of each feature. One that refers to another comes after it. */
const features: readonly ((roles: RoleNames) => string)[] = [
  residents,
  addressProtection,
  staff,
  partners,
  services,
  helpdesk,
  counter,
  requests,
  mandates,
  erasures,
  claims,
  contestedClaims,
  contacts,
  acknowledgements,
  visits,
  idempotencyKeys,
  disclosures,
];

/** The migrations and schemas of the municipality's database. */
export const townDatabase: DatabaseSchema = {
  migrations: [
    logMigration,
    budgetMigration,
    identityMigration,
    { name: '0004-town', sql: (roles) => features.map((tables) => tables(roles)).join('\n') },
  ],
  schemas: ['recreation', 'web', 'access_log', 'identity'],
  plainTables: ['recreation.account', 'recreation.purchase', 'recreation.service', 'web.visit'],
  definitions: new URL('definitions.json', import.meta.url),
};
