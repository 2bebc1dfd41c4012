import type { Budget } from '../../../engine/policy/declaration/lines.ts';
import { wordsOf, type SensitiveRole, type Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import type { HeatCell, HeatMap } from '../../../engine/review/heat-map.ts';
import { limitsInWords, nothingSeen, type MatrixCell, type MatrixRootField } from '../../../engine/policy/matrix.ts';
import { formatTable } from '../../terminal/format-table.ts';

/** The matrix for a terminal: what may be seen by role, purpose and relationship; the root fields; the read budgets; the sensitive roles. */
export function matrixTable(
  map: HeatMap,
  rootFields: readonly MatrixRootField[],
  budgets: readonly Budget[],
  sensitive: readonly SensitiveRole[],
  { categories, acts, independence }: Vocabulary,
): string {
  const rows = map.rows.map((row) => row.cells.flatMap((cell) => seenLines(categories, cell)));
  const lines = formatTable(['  category', 'shown', 'line', 'clause', 'conditions'], rows.flat());
  const heads = lines.slice(0, 2);
  let next = heads.length;
  const parts = map.rows.map(({ role, purpose, relationship }, index) => {
    const part = lines.slice(next, (next += rows[index]!.length));
    return [`${role} for ${purpose} under ${relationship}`, ...part, ''];
  });
  return [
    'What may be seen. What is not listed is withheld.',
    '',
    ...(parts.length === 0 ? [nothingSeen, ''] : [...heads, ...parts.flat()]),
    'Who may enter which root field, and which rows it returns. What is not listed is closed.',
    '',
    ...(rootFields.length === 0 ? ['none: all are closed'] : doingLines(rootFields)),
    '',
    ...(budgets.length === 0
      ? []
      : [
          'Read budgets: how many data subjects a principal may read. A role without a line has none.',
          '',
          ...budgetLines(acts, budgets),
          '',
        ]),
    ...(sensitive.length === 0
      ? []
      : [`Roles that a second administrator approves. ${independence}`, '', ...sensitiveLines(sensitive), '']),
  ].join('\n');
}

const shown = { PERMITTED: 'permitted', CONDITIONAL: 'conditional', HINT: 'hint only', WITHHELD: '' } as const;

function seenLines(categories: Vocabulary['categories'], { category, shade, cells }: HeatCell): string[][] {
  return cells.map((cell) => [
    `  ${category}`,
    shown[shade],
    cell.line,
    cell.clause,
    [shade === 'HINT' ? `its ${categories[cell.category].label}` : '', conditionsOf(cell)].filter((part) => part !== '').join('; '),
  ]);
}

/** The conditions of a cell by their names: `while A and B; not while C and not D`. */
function conditionsOf({ when, except }: MatrixCell): string {
  const only = when.length === 0 ? [] : [`while ${when.join(' and ')}`];
  const not = except.map(({ holds, unless }) => `not while ${[...holds, ...unless.map((one) => `not ${one}`)].join(' and ')}`);
  return [...only, ...not].join('; ');
}

function doingLines(rootFields: readonly MatrixRootField[]): string[] {
  return formatTable(
    ['  field', 'role', 'rows', 'clause', 'purposes'],
    rootFields
      .toSorted((one, other) => (one.field < other.field ? -1 : one.field > other.field ? 1 : 0))
      .map(({ field, role, scope, clause, purposes, needs, freshProof }) => [
        `  ${field}`,
        role === 'ANYBODY' ? 'anyone' : role,
        scope,
        clause,
        `${purposes === 'ANY' ? 'any or none' : purposes.join(', ')}${needs === undefined ? '' : `; only if it may see ${needs}`}${freshProof ? '; needs a fresh proof' : ''}`,
      ]),
  );
}

function sensitiveLines(sensitive: readonly SensitiveRole[]): string[] {
  return formatTable(
    ['  role', 'clause', 'because'],
    sensitive.map(({ role, because, clause }) => [`  ${role}`, clause, because]),
  );
}

function budgetLines(described: Vocabulary['acts'], budgets: readonly Budget[]): string[] {
  return formatTable(
    ['  role', 'in an hour', 'in a day', ...wordsOf(described).map((act) => described[act].heading), 'clause', 'purposes'],
    budgets.map(({ role, purposes, perHour, perDay, acts, clause }) => [
      `  ${role}`,
      `${perHour}`,
      `${perDay}`,
      ...wordsOf(described).map((act) => limitsInWords(acts?.[act])),
      clause,
      purposes.join(', '),
    ]),
  );
}
