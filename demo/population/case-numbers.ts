/** Gives each ticket (`T-…`) and each request (`R-…`) a number of its own. */
export type CaseNumbers = (letter: 'T' | 'R') => string;

const least = 10_000_000;
const many = 90_000_000;
// It has no factor in common with `many`, so a number returns only after all others.
const step = 55_623_059;

/** Numbers cases like the gateway does, with eight digits in no visible order. The same calls give the same numbers. */
export function createCaseNumbers(): CaseNumbers {
  let given = 0;
  return (letter) => {
    given += 1;
    return `${letter}-${least + ((given * step) % many)}`;
  };
}
