import list from '../../src/layers.json' with { type: 'json' };

/** One layer of src: a folder (its name ends with a slash) or a file. */
export interface Layer {
  readonly layer: string;
  /** The question that it answers, as Markdown. */
  readonly answers: string;
  /** Files that a reader begins with. */
  readonly begin: readonly string[];
  /** The only layers, or files of them, that it may import, where that is less than all that is below. */
  readonly only?: readonly string[];
}

/** The layers of src from top to bottom: imports point down. */
export const layers: readonly Layer[] = list;
