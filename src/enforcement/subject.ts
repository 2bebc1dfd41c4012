import type { Tie } from '../relationships/tie.ts';
import type { Permits } from './sight.ts';
import type { Standing } from './sightings.ts';

/**
 * One data subject in one operation: what ties the asker to this one, and where this one stood. There is one object
 * for each, made when the person is first come across, so that what follows needs no look-up by id.
 */
export class Subject {
  readonly id: string;
  /** The look-up under way, which whoever asks as well waits for. */
  lookUp: Promise<void> | undefined = undefined;
  /** Undefined until it is looked up, and for whom there is no tie. */
  tie: Tie | undefined = undefined;
  /** 1 at the index of each coordinate that the operation asks for and that is permitted; undefined without a tie. */
  visible: Permits | undefined = undefined;
  /** The object-returning fields at which this one stood; undefined: nowhere. */
  standing: Standing | undefined = undefined;
  /** Whether the answer tells of this one, be it by a count alone. */
  told = false;

  constructor(id: string) {
    this.id = id;
  }
}

/** A data subject of whom it is known what ties the asker to this one. */
export type Sighted = Subject & { readonly tie: Tie; readonly visible: Permits };
