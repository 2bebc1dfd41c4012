import type { Command } from 'commander';
import type { Application, LoadApplication } from '../../../engine/application.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { planLimits } from '../../../engine/plan/plan-limits.ts';
import { buildSchema, type EnforcedSchema } from '../../../server/spine/document/build-schema.ts';
import type { AccessLimits } from '../../../engine/policy/declaration/access-limits.ts';
import { purposesOf } from '../../../engine/policy/decision/enter.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { dayAndStatement } from '../../terminal/day.ts';
import { helpAfter } from '../../terminal/help-after.ts';
import { withExitCode } from '../../terminal/with-exit-code.ts';
import { readCoordinates } from './coordinates.ts';
import { explainCoordinate } from './explain-coordinate.ts';
import { explainOperation } from './explain-operation.ts';
import { readOperation, readVariables } from './read-operation.ts';
import { describeViewer, sentences, type Wording } from './sentences.ts';
import { defaultPurpose, type AskedAs } from './asked-as.ts';
import { parseCategory, parseCondition, parseName, parsePurpose, parseRelationship, parseRole } from '../../terminal/parse-name.ts';

interface Options {
  readonly as: string;
  readonly purpose?: string;
  readonly relationship?: string;
  readonly holding?: readonly string[];
  readonly authority?: readonly string[];
  readonly registration?: readonly string[];
  readonly tokenCategories?: readonly string[];
  readonly tokenFields?: readonly string[];
  readonly field?: string;
  readonly operation?: string;
  readonly operationName?: string;
  readonly variables?: string;
  readonly json?: true;
}

const examples = `
Examples:
  $0 explain --as ROLE --field Type.field
  $0 explain --as ROLE --purpose PURPOSE --relationship RELATIONSHIP --holding CONDITION --field Type.field
  $0 explain --as ROLE --purpose PURPOSE --field 'Query.field(argument:)'
  $0 explain --as PARTNER --authority CATEGORY CATEGORY --token-categories CATEGORY --field Type.field
  $0 explain --as ROLE --purpose PURPOSE --operation operation.graphql --variables variables.json

A field is Type.field, Type.field(argument:), Input.field, Enum.VALUE, or Type for the existence of an object.

Exit codes: 0 if everything is permitted, 1 if something is or may be withheld, 2 on failure.`;

/** `explain`: a decision with its line and clause, and what would permit it if it is withheld. */
export function addExplain(program: Command, load: LoadApplication): void {
  program
    .command('explain')
    .description('Explains a decision: its line and clause, and what would permit it if it is withheld.')
    .requiredOption('--as <role>', 'the role of the principal')
    .option('--purpose <purpose>', 'the declared purpose (default: the usual one of the role, or a partner’s only one)')
    .option('--relationship <relationship>', 'the relationship to the data subjects (default: each that the role can have)')
    .option('--holding <condition...>', 'conditions that hold for the data subjects')
    .option('--authority <category...>', 'the categories that a partner’s authority names (default: all with CATEGORY_NAMED, else none)')
    .option('--registration <category...>', 'the categories that a partner’s registration allows (default: all)')
    .option('--token-categories <category...>', 'the categories that a partner’s token names (default: all)')
    .option('--token-fields <coordinate...>', 'the fields that a partner’s token names (default: all)')
    .option('--field <coordinate>', 'a schema coordinate')
    .option('--operation <file>', 'a GraphQL document: explains each of its coordinates, or with --field the one')
    .option('--operation-name <name>', 'the operation, if the document has several')
    .option('--variables <file>', 'a JSON file with the operation’s variables')
    .option('--json', 'as JSON')
    .addHelpText('after', helpAfter(examples))
    .action(withExitCode(async (options: Options) => run(await load(), options)));
}

/** @returns whether something is withheld, or may be */
function run(application: Application, options: Options): boolean {
  const { policy } = application;
  const enforced = buildSchema(application);
  const asked = askedAs(policy, options, enforced);
  const { vocabulary } = policy;
  const wording: Wording = { vocabulary, statement: dayAndStatement(vocabulary, undefined).statement };
  if (options.operation !== undefined) return explainFile(policy, options, enforced, asked, options.operation, wording);
  if (options.field === undefined) throw new PrivacyError('SETTING_INVALID', { problems: ['give --field, --operation or both'] });
  return explainField(policy, options, enforced, asked, options.field, wording);
}

function askedAs({ vocabulary }: Policy, options: Options, { markings }: EnforcedSchema): AskedAs {
  const { as, purpose, relationship, holding = [] } = options;
  const role = parseRole(vocabulary, '--as', as);
  const categoriesIn = (option: '--authority' | '--registration' | '--token-categories', given: readonly string[] | undefined) =>
    given && new Set(given.map((one) => parseCategory(vocabulary, option, one)));
  const personal = [...markings.outputs.keys()];
  const limits: AccessLimits = {
    registered: categoriesIn('--registration', options.registration),
    categories: categoriesIn('--token-categories', options.tokenCategories),
    coordinates: options.tokenFields && new Set(options.tokenFields.map((one) => parseName('--token-fields', one, personal))),
  };
  const authority = categoriesIn('--authority', options.authority);
  if (vocabulary.roles[role].heldBy !== 'ORGANISATION' && [authority, ...Object.values(limits)].some((given) => given !== undefined)) {
    throw new PrivacyError('SETTING_INVALID', {
      problems: ['--authority, --registration and --token-…: only for a role that organisations hold'],
    });
  }
  return {
    role,
    purpose: purpose === undefined ? undefined : parsePurpose(vocabulary, '--purpose', purpose),
    relationship: relationship === undefined ? undefined : parseRelationship(vocabulary, '--relationship', relationship),
    holding: new Set(holding.map((one) => parseCondition(vocabulary, '--holding', one))),
    authority,
    limits: planLimits(markings, limits),
  };
}

function explainField(
  policy: Policy,
  { json }: Options,
  { schema, markings }: EnforcedSchema,
  given: AskedAs,
  coordinate: string,
  wording: Wording,
): boolean {
  const asked = { ...given, purpose: given.purpose ?? defaultPurpose(policy, given.role) };
  const explanation = explainCoordinate(policy, readCoordinates(schema, markings), asked, coordinate);
  const declarable = purposesOf(policy, asked.role);
  const mayDeclare = asked.purpose === undefined || declarable.includes(asked.purpose);
  if (json) {
    print(JSON.stringify({ asked: printable(asked), mayDeclarePurpose: mayDeclare, explanation }, null, 2));
  } else {
    print([describeViewer(wording, asked), ...sentences(explanation, wording)].join('\n'));
    if (!mayDeclare) print(`  Note: ${asked.role} cannot declare ${asked.purpose}: ${declarable.join(', ') || 'no purpose'} only.`);
  }
  return explanation.effect !== 'PERMIT';
}

function explainFile(
  policy: Policy,
  { json, operationName, variables, field }: Options,
  enforced: EnforcedSchema,
  asked: AskedAs,
  path: string,
  wording: Wording,
): boolean {
  const operation = readOperation(enforced.schema, path, operationName);
  const given = variables === undefined ? {} : readVariables(variables);
  const { asked: as, coordinates } = explainOperation(policy, enforced, asked, operation, given, field);
  if (json) {
    print(JSON.stringify({ asked: printable(as), coordinates }, null, 2));
  } else if (coordinates.length === 0) {
    print('The operation only reads the schema: the answer has what this role could use.');
  } else {
    print(describeViewer(wording, as));
    for (const { because, effect, paths } of coordinates) {
      const [head = '', ...more] = sentences(because, wording, effect);
      print([head, ...(paths.length > 0 ? [`  at ${paths.join(', ')}`] : []), ...more].join('\n'));
    }
  }
  return coordinates.some(({ effect }) => effect !== 'PERMIT');
}

function printable({ role, purpose, relationship, holding }: AskedAs): object {
  return { role, purpose: purpose ?? null, relationship: relationship ?? null, holding: [...holding] };
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
