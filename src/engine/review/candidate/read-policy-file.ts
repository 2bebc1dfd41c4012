import { readFileSync } from 'node:fs';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { parsePolicy } from '../parse-policy.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import type { Vocabulary } from '../../policy/declaration/vocabulary.ts';

/**
 * Reads a policy from a file, as the command export prints one.
 * @param vocabulary the words that it may use
 * @param called the file's name in an error: the setting that names it
 * @throws PrivacyError POLICY_INVALID where the file can't be read, is not JSON, or holds no policy that
 *   can be applied, naming each place with a hint
 */
export function readPolicyFile(vocabulary: Vocabulary, path: string, called = 'the file'): Policy {
  return parsePolicy(vocabulary, parseJson(readText(path, called), called));
}

function readText(path: string, called: string): string {
  try {
    // RFC 8259, section 8.1: a reader of JSON may ignore a byte order mark, which some editors add.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new PrivacyError('POLICY_INVALID', { problems: [`${called} is not there, or may not be read`] });
  }
}

function parseJson(text: string, called: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text.
    throw new PrivacyError('POLICY_INVALID', {
      problems: [`${called} is not JSON: begin with what the command export prints`],
    });
  }
}
