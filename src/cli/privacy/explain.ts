import type { Command } from 'commander';
import { PrivacyError } from '../../errors.ts';
import { buildSchema } from '../../gateway/build-schema.ts';
import { purposesOf } from '../../policy/enter.ts';
import { policyInForce } from '../../policy/policy.ts';
import type { Statement } from '../../policy/statements.ts';
import { dayAndStatement } from './day.ts';
import { withExitCode } from './with-exit-code.ts';
import { readCoordinates } from './explain/coordinates.ts';
import { explainCoordinate } from './explain/explain-coordinate.ts';
import { explainOperation } from './explain/explain-operation.ts';
import { readOperation, readVariables } from './explain/read-operation.ts';
import { sentences, describeViewer } from './explain/sentences.ts';
import { defaultPurpose, type AskedAs } from './explain/asked-as.ts';
import { parseCondition, parsePurpose, parseRelationship, parseRole } from './parse-name.ts';

interface Options {
  readonly as: string;
  readonly purpose?: string;
  readonly relationship?: string;
  readonly holding?: readonly string[];
  readonly field?: string;
  readonly operation?: string;
  readonly operationName?: string;
  readonly variables?: string;
  readonly json?: true;
}

const examples = `
Examples:
  npm run -s privacy -- explain --as SUPPORT --purpose CUSTOMER_SUPPORT --relationship ASSIGNED_TICKET --field Resident.birthDate
  npm run -s privacy -- explain --as CREDIT_REPORTING_AGENCY --relationship MANDATE --holding CREDIT_CHECK_OPEN CATEGORY_NAMED --field Resident.birthDate
  npm run -s privacy -- explain --as CUSTOMER_SERVICE --purpose PAYMENT --field 'Query.accounts(overdue:)'
  npm run -s privacy -- explain --as RESIDENT --field Query.residents
  npm run -s privacy -- explain --as CUSTOMER_SERVICE --purpose PAYMENT --operation operation.graphql --variables variables.json

A field is Type.field, Type.field(argument:), Input.field, Enum.VALUE, or Type for the existence of an object.

Exit codes: 0 if everything is permitted, 1 if something is or may be withheld, 2 on failure.`;

/** `explain`: a decision with its line and clause, and what would permit it if it is withheld. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('Explains a decision: its line and clause, and what would permit it if it is withheld.')
    .requiredOption('--as <role>', 'the role of the principal')
    .option('--purpose <purpose>', 'the declared purpose (default for residents and partners: their only one)')
    .option('--relationship <relationship>', 'the relationship to the data subjects (default: each that the role can have)')
    .option('--holding <condition...>', 'conditions that hold for the data subjects')
    .option('--field <coordinate>', 'a schema coordinate')
    .option('--operation <file>', 'a GraphQL document: explains each of its coordinates')
    .option('--operation-name <name>', 'the operation, if the document has several')
    .option('--variables <file>', 'a JSON file with the operation’s variables')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(withExitCode(run));
}

/** @returns whether something is withheld, or may be */
function run(options: Options): boolean {
  const asked = askedAs(options);
  const { statement } = dayAndStatement(undefined);
  if ((options.field === undefined) === (options.operation === undefined)) {
    throw new PrivacyError('SETTING_INVALID', { problems: ['give either --field or --operation'] });
  }
  return options.field === undefined
    ? explainFile(options, asked, options.operation!, statement)
    : explainField(options, asked, options.field, statement);
}

function askedAs({ as, purpose, relationship, holding = [] }: Options): AskedAs {
  const role = parseRole('--as', as);
  return {
    role,
    purpose: purpose === undefined ? undefined : parsePurpose('--purpose', purpose),
    relationship: relationship === undefined ? undefined : parseRelationship('--relationship', relationship),
    holding: new Set(holding.map((one) => parseCondition('--holding', one))),
  };
}

function explainField({ json }: Options, given: AskedAs, coordinate: string, statement: Statement): boolean {
  const asked = { ...given, purpose: given.purpose ?? defaultPurpose(policyInForce, given.role) };
  const { schema, catalogue } = buildSchema();
  const explanation = explainCoordinate(policyInForce, readCoordinates(schema, catalogue), asked, coordinate);
  const declarable = purposesOf(policyInForce, asked.role);
  const mayDeclare = asked.purpose === undefined || declarable.includes(asked.purpose);
  if (json) {
    print(JSON.stringify({ asked: printable(asked), mayDeclarePurpose: mayDeclare, explanation }, null, 2));
  } else {
    print([describeViewer(asked), ...sentences(explanation, statement)].join('\n'));
    if (!mayDeclare) print(`  Note: ${asked.role} cannot declare ${asked.purpose}: ${declarable.join(', ') || 'no purpose'} only.`);
  }
  return explanation.effect !== 'PERMIT';
}

function explainFile({ json, operationName, variables }: Options, asked: AskedAs, path: string, statement: Statement): boolean {
  const enforced = buildSchema();
  const operation = readOperation(enforced.schema, path, operationName);
  const given = variables === undefined ? {} : readVariables(variables);
  const { asked: as, coordinates } = explainOperation(policyInForce, enforced, asked, operation, given);
  if (json) {
    print(JSON.stringify({ asked: printable(as), coordinates }, null, 2));
  } else if (coordinates.length === 0) {
    print('The operation only reads the schema: the answer has what this role could use.');
  } else {
    print(describeViewer(as));
    for (const { because, effect, paths } of coordinates) {
      const [head = '', ...more] = sentences(because, statement, effect);
      print([head, `  at ${paths.join(', ')}`, ...more].join('\n'));
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
