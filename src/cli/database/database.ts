import type { Command } from 'commander';
import type { LoadApplication } from '../../engine/application.ts';
import { addMigrate } from './migrate.ts';
import { addPrepare } from './prepare.ts';

/** `database`: the commands that make and migrate the database. A gateway runs with neither of their accounts. */
export function addDatabase(program: Command, load: LoadApplication): void {
  const database = program.command('database').description('Prepares and migrates the database of DATABASE_URL.');
  addPrepare(database);
  addMigrate(database, load);
}
