import { compareDefinitions, describeDifference } from '../../../src/platform/postgres/definitions/compare-definitions.ts';
import { migrate } from '../../../src/platform/postgres/migrations/migrate.ts';
import { roleNames } from '../../../src/platform/postgres/roles/role-names.ts';
import { asRole } from '../../helpers/database/as-role.ts';
import { prepareRoles } from '../../helpers/database/prepare-roles.ts';
import { assertThat, type OperateCase } from '../case.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';

export const operateCase: OperateCase = {
  title: 'the migrations make what this version expects on each installed PostgreSQL',
  on: 'each',
  run: async (context) => {
    const server = await context.startServer();
    const { owner } = await prepareRoles(server.url(), context.directory, 'need_to_know');
    await migrate(owner, townDatabase.migrations);
    const differing = await asRole(owner, async (client) => {
      await client.query('begin read only');
      return compareDefinitions(client, roleNames(), townDatabase);
    });
    assertThat(differing.length === 0, `the schema differs: ${differing.slice(0, 9).map(describeDifference).join('\n')}`);
    return 'all objects are the same';
  },
};
