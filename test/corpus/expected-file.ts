import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

function pathOf(area: string): string {
  return fileURLToPath(new URL(`expected/${area}.txt`, import.meta.url));
}

/** The expected answers of an area; an empty text where there are none. */
export function readExpected(area: string): string {
  try {
    return readFileSync(pathOf(area), 'utf8');
  } catch {
    return '';
  }
}

export function writeExpected(area: string, text: string): void {
  writeFileSync(pathOf(area), text);
}
