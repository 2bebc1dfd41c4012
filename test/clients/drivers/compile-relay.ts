import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { printSchema } from 'graphql';
import type { ConcreteRequest } from 'relay-runtime';
import { wholeSchema } from './whole-schema.ts';

/**
 * Compiles documents with relay-compiler, each in a module of its own.
 * @param directory an empty one, for sources and artifacts
 * @param documents by name; Relay wants an operation named after its module
 * @returns the compiled operations by name
 * @throws Error with the compiler's message, where it refuses a document
 */
export async function compileRelay(
  directory: string,
  documents: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, ConcreteRequest>>> {
  const [source, artifacts] = [join(directory, 'source'), join(directory, 'artifacts')];
  for (const made of [source, artifacts]) mkdirSync(made, { recursive: true });
  const files = { 'package.json': '{"type":"module"}', 'schema.graphql': printSchema(wholeSchema()) };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(source, `${name}.js`), `graphql\`${named(name, text)}\`;\n`);
  const config = { src: 'source', schema: 'schema.graphql', artifactDirectory: 'artifacts', language: 'javascript', eagerEsModules: true };
  writeFileSync(join(directory, 'relay.config.json'), JSON.stringify(config));
  await promisify(execFile)('relay-compiler', ['relay.config.json'], { cwd: directory }).catch((error: Error) => {
    throw new Error(`relay-compiler: ${error.message}`, { cause: error });
  });
  const compiled = Object.entries(documents).map(async ([name, text]): Promise<[string, ConcreteRequest]> => {
    const file = pathToFileURL(join(artifacts, `${operationName(name, text)}.graphql.js`)).href;
    return [name, ((await import(file)) as { readonly default: ConcreteRequest }).default];
  });
  return Object.fromEntries(await Promise.all(compiled));
}

function named(name: string, text: string): string {
  return text.replace(/^(query|mutation) \w+/, `$1 ${operationName(name, text)}`);
}

function operationName(name: string, text: string): string {
  return `${name}${text.startsWith('mutation') ? 'Mutation' : 'Query'}`;
}
