import type { Clause, RowScope } from '../../../engine/register.ts';
import { type Statement, wordsOf, type Vocabulary, clauseWords } from '../../../engine/policy/declaration/vocabulary.ts';
import type { Block } from './block.ts';
import { bindsInWords, conditionsInWords } from '../phrases.ts';
import type { Activity, AnyPurposeField, Recipient, Safeguards } from './activity.ts';

/** The head of a record of processing activities. */
export interface RecordHead {
  /** RFC 3339 full-date. */
  readonly date: string;
  /** The policy's hash. */
  readonly policy: string;
  readonly statement: Statement;
}

const recordTitle = 'Record of processing activities';

/** The record as a document. */
export function recordBlocks(
  vocabulary: Vocabulary,
  { date, policy, statement }: RecordHead,
  all: readonly Activity[],
  anyPurpose: readonly AnyPurposeField[],
): readonly Block[] {
  return [
    heading(1, recordTitle),
    text(`On ${date}. Privacy statement ${statement.version}, in force since ${statement.effectiveFrom}. Policy ${policy}.`),
    text(
      'Generated from the schema and the policy. dpv: is https://w3id.org/dpv#, fin: https://w3id.org/dpv/sector/finance#, pd: https://w3id.org/dpv/pd#; ntk: terms are this project’s own where DPV has none.',
    ),
    ...all.flatMap((activity) => activityBlocks(vocabulary, activity, statement)),
    heading(2, 'For any purpose or none'),
    table(
      ['root field', 'role', 'rows', 'gathers', 'clause'],
      anyPurpose.map(({ field, role, scope, gathers, clause }) => [
        field,
        role === 'ANYBODY' ? 'anyone' : role,
        rowsInWords(vocabulary, scope),
        gathers.map(({ coordinate, category }) => `${category} at ${coordinate}`).join(', ') || 'nothing personal',
        clause,
      ]),
    ),
  ];
}

function activityBlocks(vocabulary: Vocabulary, activity: Activity, statement: Statement): Block[] {
  const { purpose, term, sentence, authority, authorities, categories, recipients, dataSubjects, rootFields, safeguards } = activity;
  const outside = recipients.filter((one) => one.outside);
  const inside = recipients.filter((one) => !one.outside);
  const earlier = authorities
    .slice(0, -1)
    .map(({ acts, from, until }) => `${acts} (${from === null ? '' : `from ${from} `}until ${until})`);
  const since = authorities.at(-1)?.from;
  return [
    heading(2, `${purpose}: ${sentence}`),
    table(
      ['part', 'what it is'],
      [
        ['Purpose', `${term}, ${sentence}`],
        ['Legal authority', `${authority}${since ? `, since ${since}` : ''}`],
        ['Earlier authorities', earlier.join('; ') || 'none since the first statement'],
        [
          'Data subjects',
          dataSubjects
            .map(
              ({ type, description, withoutDataSubject }) =>
                `${type}${withoutDataSubject ? ' (no data subject)' : ''}${description === null ? '' : `: ${description.replace(/\.$/, '')}`}`,
            )
            .join('; ') || 'none',
        ],
        ['Retention', 'not set here'],
      ],
    ),
    heading(3, 'Data categories'),
    table(
      ['category', 'term', 'shown to', 'held at', 'gathered at'],
      categories.map(({ category, label, term: dataTerm, recipients: roles, heldAt, gatheredAt }) => [
        `${category}: ${label}`,
        dataTerm,
        roles.join(', ') || 'no role for this purpose',
        heldAt.join(', '),
        gatheredAt.join(', '),
      ]),
    ),
    heading(3, 'Recipients inside, and the data subjects themselves'),
    inside.length === 0 ? text('None.') : recipientTable(vocabulary, inside),
    heading(3, 'Recipients outside'),
    outside.length === 0 ? text('None.') : recipientTable(vocabulary, outside),
    heading(3, 'What is done'),
    table(
      ['root field', 'role', 'rows', 'clause'],
      rootFields.map(({ field, role, scope, clause }) => [field, role, rowsInWords(vocabulary, scope), clause]),
    ),
    heading(3, 'Safeguards'),
    { kind: 'LIST', items: safeguardItems(vocabulary, safeguards, statement) },
  ];
}

function recipientTable(vocabulary: Vocabulary, recipients: readonly Recipient[]): Block {
  return table(
    ['role', 'data subjects', 'authority', 'categories', 'only while', 'withheld nevertheless by', 'line', 'clause'],
    recipients.map(({ role, relationship, underAuthority, categories, when, except, line, clause }) => [
      role,
      `${relationship}: ${vocabulary.relationships[relationship].noun}`,
      underAuthority.join(', ') || 'none needed',
      categories.join(', '),
      conditionsInWords(vocabulary, when) || 'always',
      except.join(', '),
      line,
      clause,
    ]),
  );
}

function rowsInWords({ scopes }: Vocabulary, scope: RowScope): string {
  return `${scope}: ${scopes[scope].extent}`;
}

function safeguardItems(
  vocabulary: Vocabulary,
  { prohibitions, conditions: needed, authorityFields, budgets, logReaders, pseudonyms }: Safeguards,
  statement: Statement,
): string[] {
  const quote = (clause: Clause): string => `clause ${clause}: “${clauseWords(statement, clause)}”`;
  return [
    ...prohibitions.map(({ line, because, categories, when = [], unless, clause }) => {
      const binds = bindsInWords(vocabulary, when, unless?.conditions ?? []);
      return `Prohibition ${line}: ${categories.join(', ')}${binds === '' ? '' : `, while ${binds}`}, since ${because}; ${quote(clause)}`;
    }),
    ...needed.map((condition) => `Condition ${condition}: shown only while ${vocabulary.conditions[condition]}.`),
    ...authorityFields.map(
      ({ field, role, purposes, clause }) =>
        `Authorities: ${field} is for ${role} for ${purposes === 'ANY' ? 'any purpose' : purposes.join(', ')} alone; ${quote(clause)}`,
    ),
    ...budgets.map(
      ({ role, perHour, perDay, clause }) =>
        `Read budget: ${role} may read at most ${perHour} data subjects in an hour and ${perDay} in a day; ${quote(clause)}`,
    ),
    ...budgets.flatMap(({ role, acts = {}, clause }) =>
      wordsOf(vocabulary.acts).flatMap((act) => {
        const limits = acts[act];
        if (!limits) return [];
        const { does, counted } = vocabulary.acts[act];
        const most = `at most ${limits.perHour} ${counted} in any hour and ${limits.perDay} in any day`;
        return [`Budget of acts: ${role} may ${does.replace('{}', most)}, counted for all purposes together; ${quote(clause)}`];
      }),
    ),
    ...logReaders.map(
      ({ role, purpose, line, clause }) => `Log: the access history is shown to ${role} for ${purpose}, by line ${line}; clause ${clause}.`,
    ),
    ...pseudonyms.map(({ coordinate, description }) => `Pseudonym: ${coordinate}. ${description}`),
  ];
}

function heading(level: 1 | 2 | 3, words: string): Block {
  return { kind: 'HEADING', level, text: words };
}

function text(words: string): Block {
  return { kind: 'TEXT', text: words };
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): Block {
  return { kind: 'TABLE', heads, rows };
}
