import type { Command } from 'commander';
import type { LoadApplication } from '../../../engine/application.ts';
import { heatMap } from '../../../engine/review/heat-map.ts';
import {
  matrixBudgets,
  matrixCells,
  matrixMarkdown,
  matrixRootFields,
  matrixSensitiveRoles,
  type MatrixFilter,
} from '../../../engine/policy/matrix.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { policyHash } from '../../../engine/policy/declaration/policy-hash.ts';
import { helpAfter } from '../../terminal/help-after.ts';
import { withExitCode } from '../../terminal/with-exit-code.ts';
import { matrixTable } from './matrix-table.ts';
import { parseCategory, parseName, parsePurpose, parseRole } from '../../terminal/parse-name.ts';

interface Options {
  readonly role?: string;
  readonly purpose?: string;
  readonly category?: string;
  readonly format: string;
  readonly json?: true;
}

const formats = ['table', 'markdown'] as const;

const examples = `
Examples:
  $0 matrix --role ROLE
  $0 matrix --category CATEGORY
  $0 matrix --format markdown > matrix.md
  $0 matrix --purpose PURPOSE --json

Exit codes: 0, 2 on failure.`;

/** `matrix`: who may see and do what. */
export function addMatrix(program: Command, load: LoadApplication): void {
  program
    .command('matrix')
    .description('Shows who may see and do what, and by which line and clause. What is not shown is withheld.')
    .option('--role <role>', 'only this role')
    .option('--purpose <purpose>', 'only this purpose')
    .option('--category <category>', 'only this data category, and the root fields that need it')
    .option('--format <format>', formats.join(', '), 'table')
    .option('--json', 'as JSON')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async (options: Options) => {
        const format = parseName('--format', options.format, formats);
        const { policy } = await load();
        const filter = filterOf(policy, options);
        process.stdout.write(options.json ? asJson(policy, filter) : as[format](policy, filter));
        return false;
      }),
    );
}

const as: Readonly<Record<(typeof formats)[number], (policy: Policy, filter: MatrixFilter) => string>> = {
  table: (policy, filter) =>
    matrixTable(
      heatMap(policy, filter),
      matrixRootFields(policy, filter),
      matrixBudgets(policy, filter),
      matrixSensitiveRoles(policy, filter),
      policy.vocabulary,
    ),
  markdown: matrixMarkdown,
};

function asJson(policy: Policy, filter: MatrixFilter): string {
  const cells = matrixCells(policy, filter);
  const rootFields = matrixRootFields(policy, filter);
  const budgets = matrixBudgets(policy, filter);
  const sensitiveRoles = matrixSensitiveRoles(policy, filter);
  return `${JSON.stringify({ policy: policyHash(policy), filter, cells, rootFields, budgets, sensitiveRoles }, null, 2)}\n`;
}

function filterOf({ vocabulary }: Policy, { role, purpose, category }: Options): MatrixFilter {
  return {
    ...(role !== undefined && { role: parseRole(vocabulary, '--role', role) }),
    ...(purpose !== undefined && { purpose: parsePurpose(vocabulary, '--purpose', purpose) }),
    ...(category !== undefined && { category: parseCategory(vocabulary, '--category', category) }),
  };
}
