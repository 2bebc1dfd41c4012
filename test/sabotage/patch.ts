/** Where an edit of TypeScript is made. */
interface Within {
  /**
   * The declaration to change: `signIn`, or `Class.method`, `object.property`, `outer.inner`. Where several files declare
   * the name, the file stands in front, `sign-in.ts#signIn`; alone, `sign-in.ts` is the whole module.
   */
  readonly in: string;
  /** A pattern of the part of it to look at, where the change would fit several. */
  readonly within?: string;
}

/**
 * Replaces code. In patterns `$NAME` stands for any one node, and `$$$` or `$$$NAME` for any number of list elements; white
 * space, comments, quotes, parentheses and trailing commas do not count.
 */
interface CodeEdit extends Within {
  /** A pattern that fits once: an expression, statements, properties, parameters, class members, or a type. */
  readonly replace: string;
  /** `$NAME` is what was matched there, `$0` all that was matched. */
  readonly by: string;
}

/** Leaves out what a pattern fits: a statement, an operand of `&&`, `||` or `??`, or elements of a list. */
interface DropEdit extends Within {
  readonly drop: string;
}

/** Replaces SQL, HTML or CSS, whatever its white space. */
interface TextEdit extends Within {
  /** Text that occurs once. `$NAME` stands for any text without braces, so `${$NAME}` for any placeholder. */
  readonly text: string;
  readonly by: string;
}

/** Imports a symbol into the module that declares another. */
interface ImportEdit {
  readonly in: string;
  readonly import: string;
}

/** Changes a file that is not TypeScript, as a `TextEdit`. */
interface FileEdit {
  /** Relative to the repository. */
  readonly file: string;
  readonly text: string;
  readonly by: string;
}

export type Edit = CodeEdit | DropEdit | TextEdit | ImportEdit | FileEdit;

/** A mistake that an engineer in a hurry could make, and the suites that should fail because of it. */
export interface Sabotage {
  /** The wrong behaviour, in one sentence. */
  readonly sentence: string;
  readonly edits: readonly Edit[];
  /** Test files relative to the repository, the likeliest first; if no suite of them fails, all suites run. */
  readonly tests: readonly string[];
}
