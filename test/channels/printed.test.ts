import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cast } from '../../demo/personas.ts';
import { copyDatabase, type TestDatabase } from '../helpers/database/cluster.ts';
import { personalPrinted } from '../helpers/values/nothing-personal.ts';
import { startProgram, type Program } from '../helpers/processes/program.ts';

// The search of chaos, faults and operate in what their programs write: it finds what leaks.
const directory = mkdtempSync(join(tmpdir(), 'ntk-printed-'));
const programs: Program[] = [];
let database: TestDatabase;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => {
  for (const program of programs) {
    program.kill('SIGKILL');
    await program.ended;
  }
  await database.drop();
  rmSync(directory, { recursive: true });
});

async function write(name: string, stream: 'stdout' | 'stderr', line: string): Promise<Program> {
  const file = join(directory, `${name}.mjs`);
  // By the same stream, so that the line has arrived when the program is ready.
  writeFileSync(file, `process.${stream}.write(${JSON.stringify(`${line}\nready: here\n`)}); setInterval(() => {}, 1000);`);
  const program = await startProgram(file, {});
  programs.push(program);
  return program;
}

test('a value that a program writes is found in either stream, and the finding shows the line without it', async () => {
  const [resident] = await database.asOwner<{ email: string; familyName: string }>(
    'select email, family_name as "familyName" from recreation.resident where id = $1',
    [cast.resident],
  );
  const { email, familyName } = resident!;
  const clean = await write('clean', 'stderr', '{"level":50,"code":"DATABASE_UNAVAILABLE","cause":"57P01"}');
  expect(await personalPrinted([clean], database)).toEqual([]);
  const mail = await write('mail', 'stdout', `{"level":50,"msg":"no mail to ${email}"}`);
  const name = await write('name', 'stderr', `Error: duplicate key (family_name)=(${familyName})`);
  expect(await personalPrinted([clean, mail], database)).toEqual([
    'a program wrote a value of Resident.email: {"level":50,"msg":"no mail to *"}',
  ]);
  const found = await personalPrinted([clean, mail, name], database);
  expect(found).toEqual(
    expect.arrayContaining([
      'a program wrote a value of Resident.email: {"level":50,"msg":"no mail to *"}',
      'a program wrote a value of Resident.familyName: Error: duplicate key (family_name)=(*)',
    ]),
  );
  for (const value of [email, familyName]) expect(found.join('\n')).not.toContain(value);
});
