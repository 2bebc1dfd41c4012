import { Command, Option } from 'commander';
import { readConfig } from '../src/platform/settings/config.ts';
import { PrivacyError } from '../src/platform/errors/errors.ts';
import { startFailure } from '../src/server/start/stop/start-failure.ts';
import { Purpose } from '../src/town/shared/graphql/generated/schema.ts';
import { personaNamed, personas } from './personas.ts';
import { signIn } from './sign-in/sign-in.ts';

interface Options {
  readonly as?: string;
  readonly purpose?: Purpose;
  readonly mandate?: string;
  readonly headers?: true;
  readonly list?: true;
  readonly json?: true;
}

const command = new Command('token')
  .description(
    'Signs a persona of the demo population in at the running gateway, and prints one line: the access token. A partner’s token needs a proof for each request: --headers prints both for `curl -H @-`. Exit codes: 0, 1 if an option is wrong or the sign-in was refused, 2 if no gateway answers.',
  )
  .option('--as <persona>', 'the persona (see --list)')
  .addOption(new Option('--purpose <purpose>', 'limit the token to this purpose').choices(Object.values(Purpose)))
  .option('--mandate <id>', 'the mandate in a partner’s token (default: its first)')
  .option('--headers', 'print the headers of one request instead')
  .option('--list', 'list the personas with the ids of their cases and mandates instead')
  .option('--json', 'with --list: print JSON')
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  const failure = startFailure(error);
  process.stderr.write(`${failure.message}\n`);
  process.exitCode = failure.code === 'GATEWAY_UNREACHABLE' ? 2 : 1;
}

async function run(options: Options): Promise<void> {
  if (options.list) return list(options.json === true);
  if (options.as === undefined) throw new PrivacyError('PERSONA_UNKNOWN', { problems: ['name one with --as; --list shows them'] });
  const persona = personaNamed(options.as);
  const { production, identity, audience, dataDirectory } = readConfig();
  if (production) throw new PrivacyError('DEMO_REFUSED');
  if (!identity) throw new PrivacyError('SETTING_INVALID', { problems: ['IDENTITY_ISSUER: is not set'] });
  if (persona.mandates.length > 0 && !options.headers) {
    throw new PrivacyError('SETTING_INVALID', { problems: ['--headers: a partner’s token is of no use without a proof for each request'] });
  }
  const credential = await signIn({ ...identity, audience, dataDirectory }, persona, options);
  const lines = options.headers
    ? Object.entries(await credential.headers()).map(([name, value]) => `${name}: ${value}`)
    : [credential.token];
  process.stdout.write(`${lines.join('\n')}\n`);
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
