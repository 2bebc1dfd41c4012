import type { Act, Role } from '../../../register.ts';
import { wordsOf, type Vocabulary } from '../../../policy/declaration/vocabulary.ts';
import type { BudgetChange, Change, EnteringChange, MarkingChange, SeeingChange, SeenThing } from './change.ts';
import {
  asSentence,
  categoryInWords,
  conditionInWords,
  listed,
  purposeInWords,
  relationshipInWords,
  roleInWords,
  scopeInWords,
  withArticle,
} from './phrases.ts';

/** Describes a change in one sentence, with its line or clause. Pure. */
export function sentenceOf(vocabulary: Vocabulary, change: Change): string {
  switch (change.kind) {
    case 'SEEING':
      return seeing(vocabulary, change);
    case 'MARKING':
      return marking(vocabulary, change);
    case 'BUDGET':
      return budget(vocabulary, change);
    default:
      return entering(vocabulary, change);
  }
}

function seeing(vocabulary: Vocabulary, change: SeeingChange): string {
  const { effect, role, purpose, relationship, line, clause, prohibition } = change;
  const may = effect === 'REVEALS' ? 'may now see' : 'may no longer see';
  const when = [
    ...(change.while.length > 0 ? [`while ${listed(change.while.map((one) => conditionInWords(vocabulary, one)))}`] : []),
    ...(change.unless.length > 0
      ? [
          `unless ${listed(
            change.unless.map((one) => conditionInWords(vocabulary, one)),
            'or',
          )}`,
        ]
      : []),
  ];
  const forbidden = effect === 'REVEALS' ? 'which line {} no longer prohibits' : 'which line {} now prohibits';
  const why = `line ${line}, clause ${clause}${prohibition === undefined ? '' : `, ${forbidden.replace('{}', prohibition)}`}`;
  const whom = [relationshipInWords(vocabulary, relationship), ...when].join(' ');
  return `${asSentence(roleInWords(vocabulary, role))}, for ${purposeInWords(vocabulary, purpose)}, ${may} ${listed(change.things.map((one) => thing(vocabulary, one)))} ${whom}: ${why}.`;
}

function thing(vocabulary: Vocabulary, { category, coordinates, before }: SeenThing): string {
  const marked = before === undefined ? [] : [before === 'NEW' ? 'new' : `until now ${categoryInWords(vocabulary, before)}`];
  const fields = coordinates.length > 0 ? coordinates.join(', ') : 'no field holds it now';
  return `${categoryInWords(vocabulary, category)} (${[fields, ...marked].join('; ')})`;
}

function entering(vocabulary: Vocabulary, change: EnteringChange): string {
  const { kind, effect, field, scope, before, inputs, clause } = change;
  const now = effect === 'REVEALS' ? 'may now' : 'may no longer';
  const when = [
    ...(change.while.length > 0
      ? [` while the authority names ${listed(change.while.map((one) => categoryInWords(vocabulary, one)))}`]
      : []),
    ...(change.unless.length > 0
      ? [
          ` unless the authority names ${listed(
            change.unless.map((one) => categoryInWords(vocabulary, one)),
            'or',
          )}`,
        ]
      : []),
  ].join('');
  const who = `${asSentence(rolesInWords(vocabulary, change.roles))}, ${purposesInWords(vocabulary, change)},`;
  const why = `clause ${clause}.`;
  if (kind === 'LOGGING') {
    const logged = 'and entering alone is no longer logged; what is read there would no longer be in the access log';
    return `${who} may now enter ${field} for ${scopeInWords(vocabulary, scope)}, until now for ${scopeInWords(vocabulary, before!)}, ${logged}: ${why}`;
  }
  if (kind === 'PROOF') {
    return effect === 'REVEALS'
      ? `${who} may now enter ${field} without a fresh proof of who asks: ${why}`
      : `${who} may no longer enter ${field} without a fresh proof of who asks: ${why}`;
  }
  if (kind === 'ROWS' && effect === 'HIDES') {
    return `${who} may no longer reach ${scopeInWords(vocabulary, before!)} by ${field}, now ${scopeInWords(vocabulary, scope)}: ${why}`;
  }
  if (kind === 'ROWS')
    return `${who} may now reach ${scopeInWords(vocabulary, scope)} by ${field}, until now ${scopeInWords(vocabulary, before!)}: ${why}`;
  if (kind === 'FILTERING') return `${who} ${now} filter, sort or page ${field} by ${listed(inputs)}${when}: ${why}`;
  const filters = inputs.length > 0 ? `, and filter by ${listed(inputs)}` : '';
  return `${who} ${now} enter ${field}, for ${scopeInWords(vocabulary, scope)}${filters}${when}: ${why}`;
}

function budget(vocabulary: Vocabulary, { effect, role, purpose, windows, clause }: BudgetChange): string {
  const most = (count: number | null): string =>
    count === null ? 'any number of' : `${effect === 'HIDES' ? 'no more than ' : ''}${count}`;
  const told = (of: Act | undefined, counted: string): string =>
    listed(
      windows
        .filter(({ act }) => act === of)
        .map(
          ({ window, before, after }) =>
            `${most(after)} ${counted} in ${window === 'perHour' ? 'an hour' : 'a day'} (until now ${before ?? 'any number'})`,
        ),
    );
  const may = [
    { does: 'be shown something of {}', numbers: told(undefined, 'data subjects') },
    ...wordsOf(vocabulary.acts).map((act) => {
      const { does, counted } = vocabulary.acts[act];
      return { does, numbers: told(act, counted) };
    }),
  ].flatMap(({ does, numbers }) => (numbers === '' ? [] : [does.replace('{}', numbers)]));
  const who = `${asSentence(roleInWords(vocabulary, role))}, for ${purposeInWords(vocabulary, purpose)},`;
  return `${who} may now ${listed(may)}: clause ${clause}.`;
}

function rolesInWords(vocabulary: Vocabulary, roles: readonly Role[]): string {
  return roles.length >= wordsOf(vocabulary.roles).length ? 'everybody' : listed(roles.map((one) => roleInWords(vocabulary, one)));
}

function purposesInWords(vocabulary: Vocabulary, { purposes }: EnteringChange): string {
  if (purposes.length > wordsOf(vocabulary.purposes).length) return 'for any purpose or none';
  const declared = purposes.filter((purpose) => purpose !== null);
  const none = purposes.includes(null) ? ['without a purpose'] : [];
  return [
    ...(declared.length > 0
      ? [
          `for ${listed(
            declared.map((one) => purposeInWords(vocabulary, one)),
            'or',
          )}`,
        ]
      : []),
    ...none,
  ].join(' or ');
}

function marking(vocabulary: Vocabulary, { coordinate, change, before, after, roles }: MarkingChange): string {
  const [type = ''] = coordinate.split('.');
  const entered = type === 'Query' || type === 'Mutation';
  const reaching = entered
    ? `Everybody who may enter ${coordinate}`
    : `Everybody who can reach ${withArticle(type)}${atMost(vocabulary, roles)}`;
  const everybody = `${reaching} may now see ${type === coordinate ? 'that it is there' : coordinate}`;
  switch (change) {
    case 'IMPERSONAL':
      return `${everybody}: it was marked ${before} and is impersonal now.`;
    case 'ADDED_IMPERSONAL':
      return `${everybody}: it is new, and not marked as personal.`;
    case 'PERSONAL':
      return `Only those who may see ${after} still see ${coordinate}: it was impersonal.`;
    case 'REMOVED':
      return `${coordinate} is no longer visible: it was ${before ?? 'impersonal'} and was removed.`;
    case 'DATA_SUBJECT':
      return `${coordinate} was about ${whose(before)} and is about ${whose(after)} now: other relationships decide what is shown of it.`;
    case 'TYPE':
      return type === coordinate
        ? `${coordinate} was ${before} and is ${after} now: what holds ${withArticle(coordinate)} may show something else.`
        : `${coordinate} was of the type ${before} and is of the type ${after} now: its readers see something else.`;
    default:
      return change satisfies never;
  }
}

/** The roles, if they are few. */
function atMost(vocabulary: Vocabulary, roles: readonly Role[] | undefined): string {
  return roles === undefined || roles.length > 4
    ? ''
    : ` (${
        roles.length === 0
          ? 'no role yet'
          : listed(
              roles.map((one) => roleInWords(vocabulary, one)),
              'or',
            )
      })`;
}

function whose(property: string | null): string {
  return property === null ? 'no data subject' : `the data subject in the row’s ${property}`;
}
