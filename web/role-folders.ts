/** The folders of `src/` that hold the pages of one role each. A browser loads the code, operations and sentences of its own role alone. */
export const roleFolders = ['resident'] as const;
