import type { Command } from 'commander';
import { heatMap } from '../../../engine/review/heat-map.ts';
import {
  matrixBudgets,
  matrixCells,
  matrixMarkdown,
  matrixRootFields,
  matrixSensitiveRoles,
  type MatrixFilter,
} from '../../../engine/policy/matrix.ts';
import { policyInForce } from '../../../town/policy/policy.ts';
import { policyHash } from '../../../engine/policy/declaration/policy-hash.ts';
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
  npm run -s privacy -- matrix --role SUPPORT
  npm run -s privacy -- matrix --category BIRTH_DATE
  npm run -s privacy -- matrix --format markdown > matrix.md
  npm run -s privacy -- matrix --purpose PAYMENT --json

Exit codes: 0, 2 on failure.`;

/** `matrix`: who may see and do what. */
export function addMatrix(program: Command): void {
  program
    .command('matrix')
    .description('Shows who may see and do what, and by which line and clause. What is not shown is withheld.')
    .option('--role <role>', 'only this role')
    .option('--purpose <purpose>', 'only this purpose')
    .option('--category <category>', 'only this data category, and the root fields that need it')
    .option('--format <format>', formats.join(', '), 'table')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(
      withExitCode((options: Options) => {
        const format = parseName('--format', options.format, formats);
        process.stdout.write(options.json ? asJson(filterOf(options)) : as[format](filterOf(options)));
        return false;
      }),
    );
}

const as: Readonly<Record<(typeof formats)[number], (filter: MatrixFilter) => string>> = {
  table: (filter) =>
    matrixTable(
      heatMap(policyInForce, filter),
      matrixRootFields(policyInForce, filter),
      matrixBudgets(policyInForce, filter),
      matrixSensitiveRoles(policyInForce, filter),
      policyInForce.vocabulary,
    ),
  markdown: (filter) => matrixMarkdown(policyInForce, filter),
};

function asJson(filter: MatrixFilter): string {
  const cells = matrixCells(policyInForce, filter);
  const rootFields = matrixRootFields(policyInForce, filter);
  const budgets = matrixBudgets(policyInForce, filter);
  const sensitiveRoles = matrixSensitiveRoles(policyInForce, filter);
  return `${JSON.stringify({ policy: policyHash(policyInForce), filter, cells, rootFields, budgets, sensitiveRoles }, null, 2)}\n`;
}

function filterOf({ role, purpose, category }: Options): MatrixFilter {
  return {
    ...(role !== undefined && { role: parseRole('--role', role) }),
    ...(purpose !== undefined && { purpose: parsePurpose('--purpose', purpose) }),
    ...(category !== undefined && { category: parseCategory('--category', category) }),
  };
}
