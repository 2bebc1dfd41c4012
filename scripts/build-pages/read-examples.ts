/** An operation that a guide runs as a persona. */
export interface Example {
  readonly persona: string;
  /** The heading under which it stands. */
  readonly title: string;
  readonly purpose: string | undefined;
  readonly document: string;
}

/** Reads the operations of a guide that run: fenced blocks whose language is `graphql run as=<persona>`. */
export function readExamples(markdown: string): Example[] {
  const examples: Example[] = [];
  let title = '';
  for (const [, heading, info, document] of markdown.matchAll(/^##+ (.+)$|^```graphql run (.+)\n([\s\S]*?)^```$/gm)) {
    if (heading !== undefined) title = heading;
    const named = Object.fromEntries((info ?? '').split(' ').map((part) => part.split('=') as [string, string]));
    if (named['as'] !== undefined) examples.push({ persona: named['as'], title, purpose: named['purpose'], document: document! });
  }
  return examples;
}
