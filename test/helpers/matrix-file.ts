import { readFileSync } from 'node:fs';

/** One line of the committed matrix: the tests' oracle. It knows nothing of the decision code. */
export interface MatrixLine {
  readonly role: string;
  readonly purpose: string;
  readonly relationship: string;
  readonly category: string;
  readonly when: readonly string[];
  readonly except: string;
}

/** Reads `policy-matrix.md`. */
export function readMatrixFile(): MatrixLine[] {
  const text = readFileSync(new URL('../../policy-matrix.md', import.meta.url), 'utf8');
  const [, section = ''] = text.split('## What may be seen\n');
  return section
    .split('## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| role') && !line.startsWith('| ---'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, role = '', purpose = '', relationship = '', category = '', when = '', except = '']) => ({
      role,
      purpose,
      relationship,
      category,
      when: when === '' ? [] : when.split(' and '),
      except,
    }));
}
