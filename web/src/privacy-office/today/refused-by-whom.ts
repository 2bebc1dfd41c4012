import { personName } from '../../elements/names/person-name.ts';
import type { FindingsOfLogQuery } from '../generated/graphql.ts';

type Entry = NonNullable<NonNullable<FindingsOfLogQuery['refused']>['edges'][number]['node']>;

/** How often one principal was refused. */
export interface Refused {
  readonly key: string;
  /** Undefined for a resident, whom the log does not name, and for requests without a sign-in. */
  readonly name: string | undefined;
  readonly role: Entry['role'];
  readonly times: number;
  /** RFC 3339. */
  readonly newest: string;
}

/** Counts refusals by who was refused, the most often first. Residents count together. Pure. @param entries the newest first */
export function refusedByWhom(entries: readonly Entry[]): readonly Refused[] {
  const groups = Map.groupBy(entries, ({ role, partner, employee }) => partner?.id ?? employee?.id ?? role ?? '');
  return [...groups]
    .map(([key, [newest, ...others]]) => {
      const { role, partner, employee, at } = newest!;
      const name = partner?.name ?? personName(employee);
      return { key, name: name || undefined, role, times: others.length + 1, newest: at };
    })
    .toSorted((one, other) => other.times - one.times);
}
