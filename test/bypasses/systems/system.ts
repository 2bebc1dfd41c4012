import type { CaseName } from '../cases/cases.ts';
import type { Person } from '../clinic/people.ts';
import type { WatchedDatabase } from '../watch-database.ts';

/** The reason that a case cannot be asked of a system. */
export interface NotApplicable {
  readonly notApplicable: string;
}

/** The operations of a case in a system’s own schema. A case that compares two answers has two operations. */
export interface OwnOperations {
  readonly operation: string;
  readonly other?: string;
  /** The operation that shows the value to a person who may see it, if that is another one. */
  readonly control?: string;
  readonly otherControl?: string;
}

/** The answer to one operation, as the client gets it. */
export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** A system that answers operations about the clinic. */
export interface RunningSystem {
  ask(person: Person, operation: string): Promise<Answered>;
  /** Removes what differs in every answer, such as the id of a request. */
  readonly withoutRandom?: (text: string) => string;
  /** Makes writes of the system’s log of reads fail, or work again; undefined: it keeps no such log. */
  readonly breakLog?: (broken: boolean) => Promise<void>;
  stop(): Promise<void>;
}

/** The empty database of one system, which makes the tables of the clinic in it. */
export interface Place {
  /** Connection string of the superuser. */
  readonly administrator: string;
  readonly dataDirectory: string;
  /** The name of the database. */
  readonly database: string;
  readonly watched: WatchedDatabase;
}

/** One of the systems that are compared. */
export interface System {
  readonly name: string;
  /** Its packages with their versions. */
  version(): string;
  open(place: Place): Promise<RunningSystem>;
  /** Starts with a rule under a wrong name: the start is refused, or the system answers. Undefined: rules are not found by a name. */
  readonly openMisnamed?: (place: Place) => Promise<RunningSystem>;
  /** The operations that differ from those of the common schema, by case. */
  readonly own: Readonly<Partial<Record<CaseName, OwnOperations | NotApplicable>>>;
  /** The line of its configuration that holds, or a warning of its guide, by case. */
  readonly notes: Readonly<Partial<Record<CaseName, string>>>;
}
