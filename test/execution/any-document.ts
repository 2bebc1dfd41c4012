import fc from 'fast-check';

/** The operation's variables; the tests give some of them and leave the others to their defaults or away. */
const header =
  'query ($on: Boolean! = true, $off: Boolean! = false, $rank: Int, $mark: Int! = 4, $word: String! = "default", $search: Search)';

/** Fields by the type they stand on: the text without a selection, and the type that is selected from below it. */
const fields: Readonly<Record<string, readonly (readonly [text: string, below?: string])[]>> = {
  Query: [
    ['__typename'],
    ['person', 'Person'],
    ['animal', 'Animal'],
    ['eithers', 'Either'],
    ['beings', 'Being'],
    ['found', 'Being'],
    ['found(by: { word: $word, limit: $rank })', 'Being'],
    ['found(by: $search)', 'Being'],
  ],
  Person: [
    ['__typename'],
    ['name'],
    ['strict'],
    ['tags'],
    ['matrix'],
    ['mood'],
    ['only'],
    ['friend', 'Being'],
    ['friend(rank: $rank)', 'Being'],
    ['friend(marks: [1, $mark])', 'Being'],
    ['children', 'Person'],
    ['parents', 'Person'],
    ['either', 'Either'],
    ['pet', 'Animal'],
  ],
  Animal: [
    ['__typename'],
    ['name'],
    ['strict'],
    ['mood'],
    ['only'],
    ['friend(rank: 2)', 'Being'],
    ['eithers', 'Either'],
    ['owner', 'Person'],
    ['keeper', 'Person'],
  ],
  Being: [['__typename'], ['name'], ['strict'], ['friend', 'Being']],
  Either: [['__typename']],
};

/** Types that a fragment inside a type can be on. */
const conditions: Readonly<Record<string, readonly string[]>> = {
  Query: ['Query'],
  Person: ['Person', 'Being'],
  Animal: ['Animal', 'Being'],
  Being: ['Person', 'Animal', 'Being'],
  Either: ['Person', 'Animal', 'Being'],
};

const gate = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['$on', '$off', 'true', 'false'].flatMap((value) => [` @include(if: ${value})`, ` @skip(if: ${value})`]),
      ' @include(if: $on) @skip(if: $off)',
    ),
  },
);

const alias = fc.constantFrom('', '', '', '', 'first', 'second', '__proto__: ', 'constructor: ');

const made = new Map<string, fc.Arbitrary<string>>();

/** A selection on a type; it spreads named fragments only where `spreads` has it, so that they never lead back to themselves. */
function selection(type: string, depth: number, spreads: boolean): fc.Arbitrary<string> {
  const key = `${type} ${depth} ${spreads}`;
  let arbitrary = made.get(key);
  if (!arbitrary) made.set(key, (arbitrary = makeSelection(type, depth, spreads)));
  return arbitrary;
}

function makeSelection(type: string, depth: number, spreads: boolean): fc.Arbitrary<string> {
  const choices = fields[type]!.filter(([, below]) => depth > 0 || below === undefined).map(([text, below]) => {
    const selected = below === undefined ? fc.constant('') : selection(below, depth - 1, spreads);
    const field = fc.tuple(alias, gate, selected).map(([name, gated, body]) => {
      // Such an alias takes the field's whole text up: what bears the same name then mostly is the same.
      const start = name && !name.endsWith(': ') ? `${name}_${text.replaceAll(/\W+/g, '_')}: ` : name;
      return `${start}${text}${gated} ${body}`;
    });
    return { weight: 3, arbitrary: field };
  });
  for (const on of conditions[type]!) {
    const inline = depth > 0 && fc.tuple(gate, selection(on, depth - 1, spreads)).map(([gated, body]) => `... on ${on}${gated} ${body}`);
    if (inline) choices.push({ weight: 2, arbitrary: inline });
    if (spreads && on !== 'Query') choices.push({ weight: 1, arbitrary: gate.map((gated) => `...Of${on}${gated}`) });
  }
  return fc.array(fc.oneof(...choices), { minLength: 1, maxLength: 4, size: 'max' }).map((parts) => `{ ${parts.join(' ')} }`);
}

const fragments = fc
  .tuple(...['Person', 'Animal', 'Being'].map((type) => selection(type, 1, false).map((body) => `fragment Of${type} on ${type} ${body}`)))
  .map((texts) => texts.join('\n'));

/** A document with one query for the seeded schema; some have fields that cannot be merged, and are to be passed over. */
export const anyDocument = fc.tuple(selection('Query', 3, true), fragments).map(([body, rest]) => `${header} ${body}\n${rest}`);
