/** The most rows that a page may have. They are counted for a page whose size is a variable. */
export const largestPage = 100;

/** The rows of a page without a size. */
export const defaultPage = 20;
