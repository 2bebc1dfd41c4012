import type { Clause, Condition, DataCategory, Purpose, Relationship, Role } from '../register.ts';
import type { Budget, Limits, RootFieldLine } from './declaration/lines.ts';
import { linesFor } from './decision/decide.ts';
import { purposesOf } from './decision/enter.ts';
import type { Policy } from './declaration/policy.ts';
import { wordsOf, type SensitiveRole } from './declaration/vocabulary.ts';

/** A part of the matrix. An undefined member does not narrow it. */
export interface MatrixFilter {
  readonly role?: Role | undefined;
  readonly purpose?: Purpose | undefined;
  readonly category?: DataCategory | undefined;
}

/** One cell of the matrix: a category that is permitted, always or under conditions. */
export interface MatrixCell {
  readonly role: Role;
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  readonly category: DataCategory;
  /** All must hold. */
  readonly when: readonly Condition[];
  /** The prohibitions that withhold it while `holds` holds and `unless` does not. */
  readonly except: readonly { readonly line: string; readonly holds: readonly Condition[]; readonly unless: readonly Condition[] }[];
  readonly line: string;
  readonly clause: Clause;
}

/** A root field with a line of the policy that opens it. */
export type MatrixRootField = Omit<RootFieldLine, 'fields'> & { readonly field: string };

/** The read budgets of a part of the matrix, in the policy's order. Pure. */
export function matrixBudgets(policy: Policy, { role, purpose }: MatrixFilter = {}): readonly Budget[] {
  return policy.budgets.filter((line) => matches(role, line.role) && (purpose === undefined || line.purposes.includes(purpose)));
}

/** The roles of a part of the matrix that one administrator cannot give. A purpose or a category has no such limit. Pure. */
export function matrixSensitiveRoles(
  { vocabulary: { roles } }: Pick<Policy, 'vocabulary'>,
  { role, purpose, category }: MatrixFilter = {},
): readonly SensitiveRole[] {
  if (purpose !== undefined || category !== undefined) return [];
  return wordsOf(roles).flatMap((one) => {
    const { sensitive } = roles[one];
    return sensitive && matches(role, one) ? [{ role: one, ...sensitive }] : [];
  });
}

/** Every combination of role, purpose, relationship and category that can be permitted. */
export function matrixCells(policy: Policy, filter: MatrixFilter = {}): MatrixCell[] {
  const cells: MatrixCell[] = [];
  const { roles, purposes, relationships, categories } = policy.vocabulary;
  for (const role of wordsOf(roles).filter((one) => matches(filter.role, one))) {
    for (const purpose of wordsOf(purposes).filter((one) => matches(filter.purpose, one))) {
      for (const relationship of wordsOf(relationships)) {
        for (const category of wordsOf(categories).filter((one) => matches(filter.category, one))) {
          cells.push(...cellsOf(policy, role, purpose, relationship, category));
        }
      }
    }
  }
  return cells;
}

/** Every root field with each line that opens it, in the policy's order. A category narrows to the lines that need it. */
export function matrixRootFields(policy: Policy, { role, purpose, category }: MatrixFilter = {}): MatrixRootField[] {
  return policy.rootFields
    .filter(
      (line) =>
        (line.role === 'ANYBODY' || matches(role, line.role)) &&
        (purpose === undefined || line.purposes === 'ANY' || line.purposes.includes(purpose)) &&
        (category === undefined || line.needs === category),
    )
    .flatMap(({ fields, ...line }) => fields.map((field) => ({ field, ...line })));
}

function matches<Name>(only: Name | undefined, one: Name): boolean {
  return only === undefined || only === one;
}

function cellsOf(policy: Policy, role: Role, purpose: Purpose, relationship: Relationship, category: DataCategory): MatrixCell[] {
  const { grants, prohibitions } = linesFor(policy, { role, purpose, relationship, category });
  if (prohibitions.some(({ when, unless }) => when === undefined && unless?.conditions === undefined)) return [];
  const except = prohibitions.map(({ line, when = [], unless }) => ({ line, holds: when, unless: unless?.conditions ?? [] }));
  return grants.map(({ when = [], line, clause }) => ({ role, purpose, relationship, category, when, except, line, clause }));
}

/** The matrix's sentence if nothing is permitted. */
export const nothingSeen = 'nothing: all of it is withheld';

/** The matrix as Markdown: whole, as in the committed `policy-matrix.md`, or a part. Everything not listed is withheld. */
export function matrixMarkdown(policy: Policy, filter: MatrixFilter = {}): string {
  const seeing = matrixCells(policy, filter).map(({ role, purpose, relationship, category, when, except, line, clause }) =>
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
  const doing = matrixRootFields(policy, filter).map(({ field, role, purposes, scope, needs, freshProof, clause }) =>
    row([
      field,
      role === 'ANYBODY' ? 'anyone' : role,
      purposes === 'ANY' ? 'any or none' : purposes.join(', '),
      scope,
      needs ?? '',
      freshProof ? 'yes' : '',
      clause,
    ]),
  );
  const { roles, conditions, independence, notes, files } = policy.vocabulary;
  const declaring = wordsOf(roles)
    .filter((role) => matches(filter.role, role))
    .map((role) => row([role, purposesOf(policy, role).join(', ')]));
  const reading = matrixBudgets(policy, filter).map(({ role, purposes, perHour, perDay, acts, clause }) =>
    row([
      role,
      purposes.join(', '),
      `${perHour}`,
      `${perDay}`,
      ...wordsOf(policy.vocabulary.acts).map((act) => limitsInWords(acts?.[act])),
      clause,
    ]),
  );
  const headings = actHeadings(policy);
  const sensitive = matrixSensitiveRoles(policy, filter).map(({ role, because, clause }) => row([role, because, clause]));
  const parts = Object.values(filter).filter((part) => part !== undefined);
  return [
    '# Who may see and do what',
    '',
    parts.length === 0
      ? `Generated from \`${files.policy}\` by \`${policy.vocabulary.matrixCommand}\`. Everything not listed is withheld.`
      : `Only ${parts.join(', ')}. Everything not listed is withheld.`,
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
    ...(seeing.length === 0
      ? [nothingSeen]
      : table(['role', 'purpose', 'relationship', 'category', 'only while', 'not while', 'line', 'clause'], seeing)),
    '',
    '## Root fields',
    '',
    ...table(['field', 'role', 'purposes', 'rows', 'only if it may see', 'fresh proof', 'clause'], doing.toSorted()),
    '',
    '## Read budgets',
    '',
    `How many people a principal may read, counted for each purpose${headings.length === 0 ? '' : `; and how often it may do an act (${headings.join(', ')}), counted for all purposes together`}. A role without a line has no budget.`,
    '',
    ...table(['role', 'purposes', 'in an hour', 'in a day', ...headings, 'clause'], reading),
    '',
    ...(sensitive.length === 0
      ? []
      : [
          '## Roles that a second administrator approves',
          '',
          `One administrator proposes such a role, by an invitation or a change; it can be used once another one has approved it. ${independence}`,
          '',
          ...table(['role', 'because', 'clause'], sensitive),
          '',
        ]),
    ...(parts.length === 0
      ? notes.flatMap(({ heading, paragraphs }) => [`## ${heading}`, '', ...paragraphs.flatMap((one) => [one, ''])])
      : []),
  ].join('\n');
}

/** The headings of the columns of acts. Pure. */
function actHeadings({ vocabulary: { acts } }: Pick<Policy, 'vocabulary'>): readonly string[] {
  return wordsOf(acts).map((act) => acts[act].heading);
}

/** Two windows, for a table. Pure. */
export function limitsInWords(limits: Limits | undefined): string {
  return limits === undefined ? '' : `${limits.perHour} in an hour, ${limits.perDay} in a day`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function table(heads: readonly string[], rows: readonly string[]): string[] {
  return [row(heads), row(heads.map(() => '---')), ...rows];
}
