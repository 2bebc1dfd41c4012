import { migrate } from '../../../src/database/migrate.ts';
import { asRole } from '../../helpers/as-role.ts';
import { readCatalogue } from '../../helpers/catalogue.ts';
import { prepareRoles } from '../../helpers/prepare-roles.ts';
import { assertThat, type CaseContext, type OperateCase } from '../case.ts';
import type { Installation } from '../installations.ts';

export const operateCase: OperateCase = {
  title: 'the migrations make the same schema on each installed PostgreSQL',
  on: 'newest',
  run: async (context) => {
    const [first, ...others] = await Promise.all(context.installations.map((installation) => schemaOn(context, installation)));
    for (const other of others) {
      const differing = [...first!.filter((line) => !other.includes(line)), ...other.filter((line) => !first!.includes(line))];
      assertThat(differing.length === 0, `the schemas differ: ${differing.slice(0, 4).join('\n')}`);
    }
    return `${first!.length} objects on ${context.installations.map(({ version }) => version).join(', ')}`;
  },
};

async function schemaOn(context: CaseContext, installation: Installation): Promise<readonly string[]> {
  const server = await context.startServer({ installation });
  const { owner } = await prepareRoles(server.url(), context.directory, 'need_to_know');
  await migrate(owner);
  return asRole(owner, readCatalogue);
}
