import { afterAll } from '@jest/globals';
import type { ApplicationDefinition } from '../../../src/server/library/index.ts';
import { openEvidence, type Evidence } from '../../../src/server/library/testing/index.ts';
import { sound } from './book-library.ts';

/** The evidence of the library, with changes. One is open at a time; it closes after the last test of the file. */
export interface LibraryEvidence {
  readonly of: (changed: Partial<ApplicationDefinition>) => Promise<Evidence>;
  readonly open: () => Evidence;
}

export function useEvidence(): LibraryEvidence {
  let open: Evidence | undefined;
  afterAll(async () => open?.close());
  return {
    of: async (changed) => {
      await open?.close();
      open = undefined;
      return (open = await openEvidence({ ...sound, ...changed }));
    },
    open: () => open!,
  };
}
