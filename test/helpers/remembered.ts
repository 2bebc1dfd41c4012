import type { LastSigned } from '../../src/access-log/sequencer.ts';

/** A memory of what was signed last that is as old as the test: many databases share the tests' data directory. */
export function remembered(): LastSigned {
  let note: string | undefined;
  return {
    read: () => note,
    write: (signed) => {
      note = signed;
    },
  };
}
