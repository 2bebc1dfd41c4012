import list from '../layers.json' with { type: 'json' };

/** One layer of src: a folder (its name ends with a slash) or a file. */
export interface Layer {
  readonly layer: string;
  /** The question that it answers, as Markdown. */
  readonly answers: string;
  /** The files to read first. */
  readonly begin: readonly string[];
}

/** The layers of src from top to bottom: imports point down. */
export const layers: readonly Layer[] = list;
