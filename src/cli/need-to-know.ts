#!/usr/bin/env node
import { parseArgs } from 'node:util';
import type { Command } from 'commander';
import { createApplication, type ApplicationDefinition } from '../server/library/create-application.ts';
import { importDefault } from './library/import-default.ts';
import { usualCommands, type LoadCommand } from './run-command.ts';
import { runProgram } from './run-program.ts';

const usualFiles = ['application.ts', 'application.js', 'application.mjs'];

const given = process.argv.slice(2);
const { tokens } = parseArgs({
  args: given,
  options: { application: { type: 'string' } },
  strict: false,
  allowPositionals: true,
  tokens: true,
});
const named = tokens.find((token) => token.kind === 'option' && token.name === 'application');
const file = named?.kind === 'option' ? named.value : undefined;
const isPart = (at: number): boolean =>
  named?.kind === 'option' && (at === named.index || (at === named.index + 1 && named.inlineValue === false));

const loadDefinition = (): Promise<ApplicationDefinition> =>
  importDefault('--application', file, usualFiles, 'the definition of an application');
const ofDefinition =
  (load: () => Promise<(program: Command, load: () => Promise<ApplicationDefinition>) => void>): LoadCommand =>
  async () => {
    const add = await load();
    return (program) => add(program, loadDefinition);
  };

// `coverage` reads this repository's own tests.
const { coverage: _, ...commands } = usualCommands;

// The command `need-to-know` of the package. An application's own file is its first option.
await runProgram(
  {
    name: 'npx need-to-know',
    commands: {
      ...commands,
      identity: async () => (await import('./identity/identity.ts')).addAccountCommands,
      invite: async () => (await import('./library/invite.ts')).addInvite,
      'who-looked': async () => (await import('./library/who-looked.ts')).addWhoLooked,
      exhaust: ofDefinition(async () => (await import('./library/evidence.ts')).addExhaust),
      prove: ofDefinition(async () => (await import('./library/evidence.ts')).addProve),
    },
    options: [['--application <file>', `the module whose default export defines the application (default: ${usualFiles.join(', ')})`]],
  },
  async () => createApplication(await loadDefinition()),
  given.filter((_one, at) => !isPart(at)),
);
