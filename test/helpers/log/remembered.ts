import type { LastSigned } from '../../../src/log/store/numbering/sequencer.ts';

/** A record of the last signed checkpoint that lives only in this test: many databases share the tests' data directory. */
export function remembered(): LastSigned {
  let note: string | undefined;
  return {
    read: () => note,
    write: (signed) => {
      note = signed;
    },
  };
}
