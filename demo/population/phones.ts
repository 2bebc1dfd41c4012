const areas = [780, 403, 587] as const;
// The first digit of a line's number is at least 2, which leaves eight million numbers to an area.
const lowest = 2_000_000;
const numbers = 8_000_000;
// Has no factor in common with `numbers`, so that every number comes once before any comes again.
const stride = 3_618_037;
// 555-01xx is for fiction: the cast's.
const fictional = 5_550_000;

/** Makes a source of telephone numbers (E.164), of which the first 24 million differ. */
export function createPhones(): () => string {
  let count = 0;
  return () => {
    for (;;) {
      const area = areas[count % areas.length]!;
      const number = lowest + ((Math.floor(count / areas.length) * stride + 4_242_424) % numbers);
      count += 1;
      if (number < fictional || number >= fictional + 10_000) return `+1${area}${number}`;
    }
  };
}
