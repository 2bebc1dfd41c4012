import { Command, Option } from 'commander';
import { issueToken } from './development-issuer.ts';
import { readConfig } from '../src/config.ts';
import { personaNamed, personas } from './personas.ts';
import { PrivacyError } from '../src/errors.ts';
import { startFailure } from '../src/gateway/start-failure.ts';
import { Purpose } from '../src/generated/schema.ts';

interface Options {
  readonly as?: string;
  readonly purpose?: Purpose;
  readonly case?: string;
  readonly mandate?: string;
  readonly minutes: string;
  readonly list?: true;
  readonly json?: true;
}

const command = new Command('token')
  .description('Prints one line: an access token of the development issuer for a persona of the demo population.')
  .option('--as <persona>', 'the persona (see --list)')
  .addOption(new Option('--purpose <purpose>', 'limit the token to this purpose').choices(Object.values(Purpose)))
  .option('--case <id>', 'bind the token to an encounter, ticket or request')
  .option('--mandate <id>', 'the mandate in a partner’s token (default: its first)')
  .option('--minutes <minutes>', 'minutes until the token expires', '60')
  .option('--list', 'list the personas with the ids of their cases and mandates instead')
  .option('--json', 'with --list: print JSON')
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  process.stderr.write(`${startFailure(error).message}\n`);
  process.exitCode = 1;
}

async function run(options: Options): Promise<void> {
  if (options.list) return list(options.json === true);
  if (options.as === undefined) throw new PrivacyError('PERSONA_UNKNOWN', { problems: ['name one with --as; --list shows them'] });
  const { role, purposes, principal, mandates } = personaNamed(options.as);
  if (options.purpose && !purposes.includes(options.purpose)) throw new PrivacyError('PURPOSE_NOT_ALLOWED');
  const minutes = Number(options.minutes);
  const config = readConfig();
  const most = config.tokenMaxLifetime / 60;
  if (!(minutes > 0 && minutes <= most)) {
    throw new PrivacyError('SETTING_INVALID', { problems: [`--minutes: more than 0, at most ${most} (TOKEN_MAX_LIFETIME)`] });
  }
  const token = await issueToken(config, {
    subject: principal,
    role,
    purposes: options.purpose ? [options.purpose] : purposes,
    mandate: options.mandate ?? mandates[0],
    case: options.case,
    now: new Date(),
    lifetime: minutes * 60,
  });
  process.stdout.write(`${token}\n`);
}

function list(asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(personas, null, 2)}\n`);
    return;
  }
  for (const { persona, role, purposes, dataSubject, cases, mandates } of personas) {
    process.stdout.write(`${persona}: ${role} for ${purposes.join(', ')}\n`);
    if (dataSubject !== null) process.stdout.write(`  data subject ${dataSubject}\n`);
    for (const id of cases) process.stdout.write(`  case ${id}\n`);
    for (const id of mandates) process.stdout.write(`  mandate ${id}\n`);
  }
}
