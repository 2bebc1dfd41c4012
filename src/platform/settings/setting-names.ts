import { distance } from 'fastest-levenshtein';

/** Variables that begin so are ours. Another variable is only looked at if its name is nearly that of a setting. */
const ourPrefixes = /^(DATABASE|LOG|SECRETS?|SEQUENCER|POLICY|TRUSTED)_/;

/**
 * The variables that look like settings and are none, each with the nearest known name: a misspelt setting would silently
 * have no effect.
 */
export function unknownSettings(environment: NodeJS.ProcessEnv, known: readonly string[]): readonly string[] {
  return Object.keys(environment)
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const [nearest] = known.map((one) => ({ one, far: distance(name.toUpperCase(), one) })).toSorted((a, b) => a.far - b.far);
      if (nearest === undefined) return [];
      const isNear = nearest.far <= (nearest.one.length > 6 ? 2 : 0);
      return isNear || ourPrefixes.test(name) ? [`${quoted(name)}: is no setting; the nearest is ${nearest.one}`] : [];
    });
}

/** A name may be chosen by anyone who sets the environment: no control characters reach the terminal. */
function quoted(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '?').slice(0, 60);
}
