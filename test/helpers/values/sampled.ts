/** Set by `npm test`, and not by `npm run -s jest`. */
const isShort = process.env['SHORT'] === '1';

/**
 * The cases of a long table that a run takes: `npm run -s jest` and continuous integration take every case, `npm test` one in so many,
 * always the same ones.
 * @param oneIn of how many cases one is taken
 * @param from the index of the first one that is taken, so that tables in a row take different ones; taken modulo `oneIn`
 */
export function sampled<Case>(cases: readonly Case[], oneIn: number, from = 0): readonly Case[] {
  return isShort ? cases.filter((_case, at) => at % oneIn === from % oneIn) : cases;
}
