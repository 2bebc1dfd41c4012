import type { Random } from '../../demo/population/random.ts';
import type { TamperedLog } from './tampered-log.ts';

/** What an alteration should lead to. */
export interface Expected {
  /** Places, each of which must be named. */
  readonly places: readonly string[];
  /** Places that may be named too, since the alteration reaches there; any other is a false alarm. */
  readonly also?: readonly string[];
  /** The older checkpoint that it shows against, where it shows only so. */
  readonly since?: string;
}

/** A single alteration of a log by its database's owner. */
export interface Alteration {
  readonly name: string;
  /** Makes one, in the transaction that the log's client is in. Undefined: this choice changed nothing. */
  readonly alter: (log: TamperedLog, random: Random) => Promise<Expected | undefined>;
}
