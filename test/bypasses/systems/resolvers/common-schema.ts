import { readFileSync } from 'node:fs';

/** The schema of the comparison without the markings of this gateway. */
export const commonSchema = readFileSync(new URL('../need-to-know/schema.graphql', import.meta.url), 'utf8').replaceAll(
  / @\w+(\([^)]*\))?/g,
  '',
);
