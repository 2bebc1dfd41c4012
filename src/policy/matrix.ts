import { Purpose, Relationship, Role, type DataCategory } from '../generated/schema.ts';
import { allCategories } from './categories.ts';
import type { Clause } from './clauses.ts';
import { conditions, type Condition } from './conditions.ts';
import { linesFor } from './decide.ts';
import { purposesOf } from './enter.ts';
import type { Policy } from './policy.ts';

/** One cell of the matrix: something that is not withheld, or not always. */
export interface MatrixCell {
  readonly role: Role;
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  readonly category: DataCategory;
  /** All must hold. */
  readonly when: readonly Condition[];
  /** Withheld all the same where this holds (and its exception, if any, does not). */
  readonly except: readonly { readonly holds: readonly Condition[]; readonly unless: readonly Condition[] }[];
  readonly line: string;
  readonly clause: Clause;
}

/** Every combination of role, purpose, relationship and category that some data subject can have released. */
export function matrixCells(policy: Policy): MatrixCell[] {
  const cells: MatrixCell[] = [];
  for (const role of Object.values(Role)) {
    for (const purpose of Object.values(Purpose)) {
      for (const relationship of Object.values(Relationship)) {
        for (const category of allCategories) cells.push(...cellsOf(policy, role, purpose, relationship, category));
      }
    }
  }
  return cells;
}

function cellsOf(policy: Policy, role: Role, purpose: Purpose, relationship: Relationship, category: DataCategory): MatrixCell[] {
  const { grants, prohibitions } = linesFor(policy, { role, purpose, relationship, category });
  if (prohibitions.some(({ when, unless }) => when === undefined && unless?.conditions === undefined)) return [];
  const except = prohibitions.map(({ when = [], unless }) => ({ holds: when, unless: unless?.conditions ?? [] }));
  return grants.map(({ when = [], line, clause }) => ({ role, purpose, relationship, category, when, except, line, clause }));
}

/** The matrix as the committed file `policy-matrix.md`: what is not listed is withheld. */
export function matrixMarkdown(policy: Policy): string {
  const seeing = matrixCells(policy).map(({ role, purpose, relationship, category, when, except, line, clause }) =>
    row([
      role,
      purpose,
      relationship,
      category,
      when.join(' and '),
      except.map(({ holds, unless }) => [...holds, ...unless.map((condition) => `not ${condition}`)].join(' and ')).join('; '),
      line,
      clause,
    ]),
  );
  const doing = policy.rootFields.flatMap(({ fields, role, purposes, scope, needs, clause }) =>
    fields.map((field) =>
      row([
        field,
        role === 'ANYBODY' ? 'anybody' : role,
        purposes === 'ANY' ? 'any or none' : purposes.join(', '),
        scope,
        needs ?? '',
        clause,
      ]),
    ),
  );
  const declaring = Object.values(Role).map((role) => row([role, purposesOf(policy, role).join(', ')]));
  return [
    '# Who may see and do what',
    '',
    'Generated from `src/policy/` by `npm run matrix`; the tests hold it to be the same. What is not listed is withheld.',
    '',
    '## Conditions',
    '',
    ...table(
      ['condition', 'holds while'],
      Object.entries(conditions).map(([name, meaning]) => row([name, meaning])),
    ),
    '',
    '## Purposes that a role can declare',
    '',
    ...table(['role', 'purposes'], declaring),
    '',
    '## What may be seen',
    '',
    ...table(['role', 'purpose', 'relationship', 'category', 'only while', 'not while', 'line', 'clause'], seeing),
    '',
    '## Root fields',
    '',
    ...table(['field', 'role', 'purposes', 'rows', 'only if it may see', 'clause'], doing.toSorted()),
    '',
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function table(heads: readonly string[], rows: readonly string[]): string[] {
  return [row(heads), row(heads.map(() => '---')), ...rows];
}
