import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';

/** Settings by the name of their value in the configuration, in groups. */
export interface Table {
  readonly [key: string]: z.ZodType | Table;
}

/** The values of a table. */
export type Values<Of> = Of extends z.ZodType ? z.output<Of> : { readonly [Key in keyof Of]: Values<Of[Key]> };

/** Makes a setting of the form of its value: the title is the name of its environment variable. */
export function setting<Form extends z.ZodType>(name: string, form: Form, example?: string): Form {
  return form.meta({ title: name, ...(example !== undefined && { examples: [example] }) });
}

const nameOf = (one: z.ZodType): string => z.globalRegistry.get(one)!.title!;

/** The names of the settings of a group. */
export function namesOf<Key extends string>(group: Readonly<Record<Key, z.ZodType>>): Readonly<Record<Key, string>> {
  return Object.fromEntries(Object.entries<z.ZodType>(group).map(([key, one]) => [key, nameOf(one)])) as Record<Key, string>;
}

/** All settings of a table by their names, in its order. */
export function byName(table: Table): ReadonlyMap<string, z.ZodType> {
  return new Map(Object.values(table).flatMap((one) => (one instanceof z.ZodType ? [[nameOf(one), one] as const] : [...byName(one)])));
}

/**
 * Reads the values of a table, frozen.
 * @param report gets each problem, which begins with the name of the setting; after one, the values may not be used
 */
export function readValues<Of extends Table>(table: Of, environment: NodeJS.ProcessEnv, report: (problem: string) => void): Values<Of> {
  const values = Object.entries(table).map(([key, one]) => {
    if (!(one instanceof z.ZodType)) return [key, readValues(one, environment, report)];
    const name = nameOf(one);
    // zod's own messages can quote the value, and a setting can hold a password.
    const read = one.safeParse(environment[name], { error: () => 'does not have the form that docs/configuration.md describes' });
    const problems = (read.error?.issues ?? []).map(({ path, message }) => `${[name, ...path].join('.')}: ${message}`);
    for (const problem of new Set(problems)) report(problem);
    return [key, read.data];
  });
  return Object.freeze(Object.fromEntries(values)) as Values<Of>;
}

/** The prefixes of the gateway's variables. Another variable is only examined if its name is nearly that of a setting. */
const ourPrefixes = /^(DATABASE|LOG|SECRETS?|SEQUENCER|POLICY|TRUSTED)_/;

/** Names the variables that look like settings and are none, each with the nearest: a misspelt setting would silently have no effect. */
export function unknownSettings(environment: NodeJS.ProcessEnv, known: readonly string[]): readonly string[] {
  return Object.keys(environment)
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const nearest = closest(name.toUpperCase(), known);
      const isNear = distance(name.toUpperCase(), nearest) <= (nearest.length > 6 ? 2 : 0);
      return isNear || ourPrefixes.test(name) ? [`${quoted(name)}: is no setting; the nearest is ${nearest}`] : [];
    });
}

/** A name may be chosen by anyone who sets the environment: no control characters reach the terminal. */
function quoted(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '?').slice(0, 60);
}
