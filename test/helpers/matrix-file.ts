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
  readonly role: string;
  readonly purposes: readonly string[];
  /** The row scope. */
  readonly rows: string;
}

/** Reads the lines of `policy-matrix.md` about categories. */
export function readMatrixFile(): MatrixLine[] {
  return cellsUnder('What may be seen').map(([role = '', purpose = '', relationship = '', category = '', when = '', except = '']) => ({
    role,
    purpose,
    relationship,
    category,
    when: when === '' ? [] : when.split(' and '),
    except,
  }));
}

/** Reads the lines of `policy-matrix.md` about root fields. */
export function readRootFieldsFile(): RootFieldRow[] {
  return cellsUnder('Root fields').map(([field = '', role = '', purposes = '', rows = '']) => ({
    field,
    role,
    purposes: purposes.split(', '),
    rows,
  }));
}

function cellsUnder(heading: string): string[][] {
  const text = readFileSync(new URL('../../policy-matrix.md', import.meta.url), 'utf8');
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
