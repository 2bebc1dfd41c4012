/** A part of a document in plain text, to be written as Markdown. */
export type Block =
  | { readonly kind: 'HEADING'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'LIST'; readonly items: readonly string[] }
  | { readonly kind: 'TABLE'; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };
