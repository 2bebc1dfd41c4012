import type { Command } from 'commander';
import { PrivacyError } from '../../errors.ts';
import { buildSchema } from '../../gateway/build-schema.ts';
import { purposesOf } from '../../policy/enter.ts';
import { policyInForce } from '../../policy/policy.ts';
import type { Statement } from '../../policy/statements.ts';
import { dayAndStatement } from './day.ts';
import { exiting } from './exiting.ts';
import { readCoordinates } from './explaining/coordinates.ts';
import { explainCoordinate } from './explaining/explain-coordinate.ts';
import { explainOperation } from './explaining/explain-operation.ts';
import { readOperation, readVariables } from './explaining/read-operation.ts';
import { sentences, standpointInWords } from './explaining/sentences.ts';
import { defaultPurpose, type AskedAs } from './explaining/standpoint.ts';
import { conditionNamed, purposeNamed, relationshipNamed, roleNamed } from './named.ts';

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

A field is Type.field, Type.field(argument:), Input.field, Enum.VALUE, or Type for whether there is one at all.

Exit codes: 0 all of it is permitted, 1 some is withheld or may be, 2 where it could not be done.`;

/** `explain`: a decision, the line and clause that it comes from, and what would have had to hold. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('Explains a decision: the line and clause that it comes from, and for what is withheld what would have had to hold.')
    .requiredOption('--as <role>', 'whose role')
    .option('--purpose <purpose>', 'what for; a resident’s and a partner’s goes without saying')
    .option('--relationship <relationship>', 'to everybody that it is about; left out: under each that the role can have')
    .option('--holding <condition...>', 'conditions that hold for the data subject')
    .option('--field <coordinate>', 'a schema coordinate')
    .option('--operation <file>', 'a GraphQL document instead, each coordinate in turn')
    .option('--operation-name <name>', 'which operation, where the document has several')
    .option('--variables <file>', 'a JSON file with the operation’s variables')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(exiting(run));
}

/** @returns whether something is withheld, or may be */
function run(options: Options): boolean {
  const asked = askedAs(options);
  const { statement } = dayAndStatement(undefined);
  if ((options.field === undefined) === (options.operation === undefined)) {
    throw new PrivacyError('SETTING_INVALID', { problems: ['--field or --operation: give one of them'] });
  }
  return options.field === undefined
    ? explainFile(options, asked, options.operation!, statement)
    : explainField(options, asked, options.field, statement);
}

function askedAs({ as, purpose, relationship, holding = [] }: Options): AskedAs {
  const role = roleNamed('--as', as);
  return {
    role,
    purpose: purpose === undefined ? undefined : purposeNamed('--purpose', purpose),
    relationship: relationship === undefined ? undefined : relationshipNamed('--relationship', relationship),
    holding: new Set(holding.map((one) => conditionNamed('--holding', one))),
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
    print([standpointInWords(asked), ...sentences(explanation, statement)].join('\n'));
    if (!mayDeclare) print(`  Besides, ${asked.role} can’t declare ${asked.purpose}: ${declarable.join(', ') || 'no purpose'} only.`);
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
    print('The operation asks for the schema alone: it is answered with what this role could use.');
  } else {
    print(standpointInWords(as));
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
