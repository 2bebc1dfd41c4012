import { readFileSync } from 'node:fs';
import { createGateway, type ApplicationDefinition } from '../../../../src/server/library/index.ts';
import { migrateDatabase, prepareDatabase, rolesOf } from '../../../../src/server/library/postgres.ts';
import { asRole } from '../../../helpers/database/as-role.ts';
import { viewerNamed, type Role } from '../../clinic/people.ts';
import type { Place, RunningSystem, System } from '../system.ts';
import { application, typeDefs } from './application.ts';

const purposes: Readonly<Record<Role, string>> = { PATIENT: 'OWN_CARE', CLERK: 'BILLING', PHYSICIAN: 'TREATMENT' };

/** This gateway. */
export const needToKnow: System = {
  name: 'Need-to-Know',
  version: () => {
    const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as { version: string };
    return version;
  },
  open: (place) => open(application, place),
  openMisnamed: (place) =>
    open(
      {
        ...application,
        typeDefs: `directive @private(category: DataCategory!) on FIELD_DEFINITION
          ${typeDefs.replace('reason: String @personal(', 'reason: String @private(')}`,
      },
      place,
    ),
  own: {},
  notes: {},
};

async function open(definition: ApplicationDefinition, { administrator, dataDirectory, database, watched }: Place): Promise<RunningSystem> {
  const settings = { NODE_ENV: 'test', DATA_DIR: dataDirectory };
  await prepareDatabase(administrator, database, settings);
  const roles = rolesOf(administrator, database, settings);
  await migrateDatabase(definition, { ...settings, DATABASE_URL: roles.gateway });
  const gateway = await createGateway(definition, {
    ...settings,
    DATABASE_URL: watched.through(roles.gateway),
    LOG_LEVEL: 'silent',
    SEQUENCER: 'off',
  }).listen(0);
  return {
    ask: async (person, operation) => {
      const viewer = viewerNamed(person);
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(viewer && { authorization: `Bearer ${person}`, 'privacy-purpose': purposes[viewer.role] }),
        },
        body: JSON.stringify({ query: operation }),
      });
      return { status: response.status, text: await response.text() };
    },
    // Each entry of the log has an id and an instant of its own.
    withoutRandom: (text) => text.replace(/"receipt":\{.*?\}\}/, ''),
    breakLog: (broken) =>
      asRole(Object.assign(new URL(administrator), { pathname: `/${database}` }).href, async (client) => {
        await client.query(
          broken ? 'revoke insert on access_log.staged from ntk_gateway' : 'grant insert on access_log.staged to ntk_gateway',
        );
      }),
    stop: async () => void (await gateway.stop()),
  };
}
