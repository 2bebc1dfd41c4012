import { readFileSync } from 'node:fs';
import { format, type FormatConfig } from 'oxfmt';
import { alarmsTable } from './alarms.ts';
import { configurationDocument } from './configuration-document.ts';
import { errorsDocument } from './errors-document.ts';
import { withGeneratedPart } from './generated-part.ts';
import { layersTable } from './layers-table.ts';
import { metricsTable } from './metrics-table.ts';

/** A document that is generated completely or in part. */
export interface GeneratedDocument {
  /** Path from the root. */
  readonly file: string;
  /** The text that the file must have, formatted like the rest of the repository. */
  readonly text: string;
}

/** The files with the catalogue of errors and its comments. */
export function errorSources(): string {
  return ['src/platform/errors/errors.ts', 'src/platform/errors/command-errors.ts'].map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** Generates every document from the current sources. */
export async function generatedDocuments(): Promise<GeneratedDocument[]> {
  const partly = (file: string, name: string, content: string): GeneratedDocument => ({
    file,
    text: withGeneratedPart(readFileSync(file, 'utf8'), name, content),
  });
  const operations = withGeneratedPart(readFileSync('docs/operations.md', 'utf8'), 'metrics', metricsTable());
  const documents = [
    partly('src/README.md', 'layers', layersTable()),
    { file: 'docs/operations.md', text: withGeneratedPart(operations, 'alarms', alarmsTable()) },
    { file: 'docs/configuration.md', text: configurationDocument() },
    { file: 'docs/errors.md', text: errorsDocument(errorSources()) },
  ];
  const options = JSON.parse(readFileSync('.oxfmtrc.json', 'utf8')) as FormatConfig;
  return Promise.all(
    documents.map(async ({ file, text }) => {
      const { code, errors } = await format(file, text, options);
      if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ message }) => message).join(' ')}`);
      return { file, text: code };
    }),
  );
}
