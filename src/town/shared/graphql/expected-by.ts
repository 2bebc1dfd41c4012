import type { z } from 'zod';

/** Formats that zod knows by name. */
const formats: Readonly<Record<string, string>> = { email: 'an email address', e164: 'E.164, such as +14035550123' };

/** Describes the form that an invalid input should have. The words come from the form alone, never from the input. */
export function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return `at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'invalid_format':
      // The message of a regular expression is ours: see text-forms.ts.
      return formats[issue.format] ?? issue.message;
    case 'invalid_value':
      return issue.values.join(', ');
    case 'invalid_type':
      return issue.expected;
    default:
      return issue.code === 'custom' ? issue.message : 'another form';
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' items' : '';
}
