import { readFileSync } from 'node:fs';

/** One line of the committed matrix, the tests' oracle. It does not depend on the decision code. */
export interface MatrixLine {
  readonly role: string;
  readonly purpose: string;
  readonly relationship: string;
  readonly category: string;
  readonly when: readonly string[];
  readonly except: string;
}

/** One line of the committed matrix about a root field. */
export interface RootFieldRow {
  /** Schema coordinate. */
  readonly field: string;
  /** A role, or the name of all roles together in the policy. */
  readonly role: string;
  readonly purposes: readonly string[];
  /** The row scope. */
  readonly rows: string;
}

/**
 * Reads the lines of a committed matrix about categories.
 * @param file from the root of the repository
 */
export function readMatrixFile(file = 'policy-matrix.md'): MatrixLine[] {
  return cellsUnder('What may be seen', file).map(
    ([role = '', purpose = '', relationship = '', category = '', when = '', except = '']) => ({
      role,
      purpose,
      relationship,
      category,
      when: when === '' ? [] : when.split(' and '),
      except,
    }),
  );
}

/** Reads the lines of `policy-matrix.md` about root fields. @throws Error if a line names no role */
export function readRootFieldsFile(): RootFieldRow[] {
  return cellsUnder('Root fields', 'policy-matrix.md').map(([field = '', role = '', purposes = '', rows = '']) => ({
    field,
    role: roleNamed(role),
    purposes: purposes.split(', '),
    rows,
  }));
}

function roleNamed(name: string): string {
  if (name === 'anyone') return 'ANYBODY';
  if (!/^[A-Z_]+$/.test(name)) throw new Error(`policy-matrix.md names something else than a role: ${name}`);
  return name;
}

function cellsUnder(heading: string, file: string): string[][] {
  const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
  const [, section = ''] = text.split(`## ${heading}\n`);
  const [, , ...rows] = section
    .split('## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| '));
  return rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
