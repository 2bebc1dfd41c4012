import type { Command } from 'commander';
import type { LoadApplication } from '../../engine/application.ts';
import { createDocumentCheck } from '../../engine/document/check-document.ts';
import { readTrustedDocuments } from '../../engine/document/trusted-documents.ts';
import { buildSchema } from '../../server/spine/document/build-schema.ts';
import { reviewDocuments, type ReviewedDocument } from '../../server/spine/document/review-documents.ts';
import { formatTable } from '../terminal/format-table.ts';
import { helpAfter } from '../terminal/help-after.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';

const examples = `
A manifest is a JSON file of one application, whose documents stand under their hashes (sha256:<hex>). A document can
reveal at most what is listed: with every relationship, authority and variable. Without personal categories it is about
nobody, and is served by GET as well.

Examples:
  $0 documents build/app.json build/staff.json
  $0 documents build/app.json --json

Exit codes: 0, 2 if a manifest or one of its documents would be refused at start.`;

/** `documents`: what the registered documents of applications can ever reveal. */
export function addDocuments(program: Command, load: LoadApplication): void {
  program
    .command('documents')
    .description('Shows, for each application, each registered document with its purpose, what it can ever reveal, and to whom.')
    .argument('<manifest...>', 'the files of TRUSTED_DOCUMENTS')
    .option('--json', 'as JSON')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async (files: readonly string[], { json }: { readonly json?: true }) => {
        const application = await load();
        const { schema, markings } = buildSchema(application);
        const documentCheck = createDocumentCheck(schema);
        const reviewing = { schema, markings, policy: application.policy, documentCheck };
        const documents = reviewDocuments(readTrustedDocuments(files, false), reviewing);
        process.stdout.write(json ? `${JSON.stringify(documents.map(asJson), null, 2)}\n` : `${tables(documents).join('\n')}\n`);
        return false;
      }),
    );
}

function asJson({ application, hash, name, purpose, personal, reaches }: ReviewedDocument): object {
  const shown = reaches.map((reach) => ({ role: reach.role, purpose: reach.purpose ?? null, categories: reach.categories }));
  return { application, name, id: `sha256:${hash}`, purpose: purpose ?? null, personal, reveals: shown };
}

/** One table for each application. */
function tables(documents: readonly ReviewedDocument[]): string[] {
  const applications = [...new Set(documents.map(({ application }) => application))];
  return applications.flatMap((application, index) => {
    const rows = documents.filter((one) => one.application === application).flatMap(rowsOf);
    const table = formatTable(['document', 'purpose', 'role', 'can reveal at most'], rows);
    return [...(index > 0 ? [''] : []), application, '', ...table];
  });
}

function rowsOf({ name, purpose, personal, reaches }: ReviewedDocument): string[][] {
  if (!personal) return [[name, 'any', 'anyone', 'nothing personal']];
  return reaches.map(({ role, categories }, index) => [
    index === 0 ? name : '',
    index === 0 ? (purpose ?? '') : '',
    role,
    categories.length > 0 ? categories.join(', ') : 'nothing personal',
  ]);
}
