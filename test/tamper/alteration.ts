import type { Random } from '../../demo/population/random.ts';
import type { TamperedLog } from './tampered-log.ts';

/** The expected result of an alteration. */
export interface Expected {
  /** Places that the findings must name. */
  readonly places: readonly string[];
  /** Places that findings may also name, because the alteration affects them; any other is a false alarm. */
  readonly also?: readonly string[];
  /** Whether it also takes constraints away, which findings name as definitions. */
  readonly constraints?: boolean;
  /** The older checkpoint, if only a comparison with it shows the alteration. */
  readonly since?: string;
}

/** A single alteration of a log by the owner of its database. */
export interface Alteration {
  readonly name: string;
  /** Alters the log in the client's transaction. Returns undefined if this choice changed nothing. */
  readonly alter: (log: TamperedLog, random: Random) => Promise<Expected | undefined>;
}
