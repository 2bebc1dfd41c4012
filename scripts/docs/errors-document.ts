import { allReasons } from '../../src/town/wording/error-reasons.ts';
import { errorCatalogue, type ErrorCode } from '../../src/platform/errors/errors.ts';
import { generatedNotice, markdownTable } from './markdown.ts';

/**
 * Writes docs/errors.md from the errorCatalogue and its comments.
 * @param source text of src/platform/errors/errors.ts and src/platform/errors/command-errors.ts
 * @throws Error naming a code without a comment
 */
export function errorsDocument(source: string): string {
  const groups = readGroups(source);
  const described = new Set(groups.flatMap(({ codes }) => codes.map(({ code }) => code)));
  const missing = Object.keys(errorCatalogue).filter((code) => !described.has(code));
  if (missing.length > 0)
    throw new Error(`src/platform/errors/errors.ts: no comment says when it happens or what to do: ${missing.join(', ')}`);
  return [
    '# Errors',
    generatedNotice('src/platform/errors/errors.ts and src/platform/errors/command-errors.ts'),
    'Every error has one of these codes in `extensions.code`. The sentences are fixed. `Accept-Language` selects their language; this list is in English. No error, log line or header holds a personal value. An error can also name schema coordinates (`extensions.coordinates`), places in the document (`locations`), and the expected form of a value by coordinate (`expected`).',
    ...groups.flatMap(({ title, codes }) => [
      `## ${title}`,
      markdownTable(
        ['code', 'status', 'sentence', 'when, or what to do'],
        codes.map(({ code, comment }) => {
          const [status, sentence] = errorCatalogue[code as ErrorCode];
          return [`\`${code}\``, String(status), sentence, comment];
        }),
      ),
    ]),
    '## Reasons',
    'With some codes, `extensions.reason` says why. A reason depends only on the input, the policy, the principal’s own token, mandate and cases, and on data that the principal may see anyway. New reasons can be added, so a client must ignore a reason that it does not know.',
    markdownTable(
      ['reason', 'under', 'says'],
      Object.entries(allReasons).map(([reason, [codes, says]]) => [`\`${reason}\``, codes.map((code) => `\`${code}\``).join(', '), says]),
    ),
    withoutReason,
  ].join('\n\n');
}

const withoutReason = `All other cases have no reason, because it would reveal something that is withheld:

- \`NOT_FOUND\` for a person, employee, partner, partner’s client, session, ticket, request, encounter, mandate or access entry: a record that is absent, outside the row scope, in a conflict of interest or not open to changes by this principal looks the same.
- \`CASE_UNKNOWN\` for another person’s case, one that has since been assigned to another person, and one with a conflict of interest: they look like a case that does not exist.
- \`INPUT_INVALID\` for a value that only the database refuses: the refusal can depend on the row that the value would change.`;

interface Group {
  readonly title: string;
  readonly codes: { readonly code: string; readonly comment: string }[];
}

/** The catalogue's groups: `// title`, then for each code its comment and its line. */
export function readGroups(source: string): Group[] {
  const groups: Group[] = [];
  let comment = '';
  for (const line of source.split('\n')) {
    const [, title, said, code] = /^ {2}(?:\/\/ (.+)|\/\*\* (.+) \*\/|([A-Z_]+): \[)/.exec(line) ?? [];
    if (title) groups.push({ title, codes: [] });
    else if (said) comment = said;
    else if (code) {
      if (comment) groups.at(-1)?.codes.push({ code, comment });
      comment = '';
    }
  }
  return groups;
}
