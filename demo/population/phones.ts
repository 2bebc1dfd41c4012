const areas = [780, 403, 587] as const;
// The first digit of a local number is at least 2, so each area code has eight million numbers.
const lowest = 2_000_000;
const numbers = 8_000_000;
// Coprime to `numbers`, so that every number comes once before any repeats.
const stride = 3_618_037;
// 555-01xx is reserved for fiction, and used by the cast.
const fictional = 5_550_000;

/** Makes a source of telephone numbers (E.164). The first 24 million are distinct. */
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
