import { formatTable } from '../../src/cli/terminal/format-table.ts';
import { columns, type Seen } from './columns.ts';
import type { Tour } from './take-tour.ts';

const signs: Readonly<Record<Seen, string>> = { value: 'value', hint: 'hint', withheld: '·', 'not there': '' };

/** The tour as text: the table, the resident's access history, the access log, and the comparison with the policy matrix. */
export function tourText({ rows, history, entries, wrong }: Tour): string {
  const heads = ['', ...columns.map(({ title }) => title)];
  const cells = rows.map(({ label, seen }) => [label, ...seen.map((one) => signs[one])]);
  return [
    'One query about one resident, sent by each persona. “·” is withheld; a blank is a person or list that does not exist for the persona.',
    '',
    ...formatTable(heads, cells),
    '',
    'What the resident is told about these reads, without the resident’s own:',
    ...history,
    '',
    'What the access log holds:',
    ...entries,
    '',
    ...(wrong.length === 0 ? ['Every persona saw what the policy matrix says.'] : ['Differences from the policy matrix:', ...wrong]),
    '',
  ].join('\n');
}
