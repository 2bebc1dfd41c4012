import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { documentLimits } from './limits.ts';

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Reads a document's text token by token, and stops at the first limit, so that no text that is expensive to parse reaches
 * the parser. The parser of graphql-js recurses for each bracket and keeps every token. Text that is not GraphQL is left to the
 * parser, which reports the place.
 * @throws PrivacyError DOCUMENT_TOO_LONG, DOCUMENT_TOO_DEEP
 */
export function checkText(text: string): void {
  if (text.length > documentLimits.characters) throw new PrivacyError('DOCUMENT_TOO_LONG');
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let depth = 0;
  let directives = 0;
  for (;;) {
    let token;
    try {
      token = lexer.advance();
    } catch (error) {
      if (error instanceof GraphQLError) return;
      throw error;
    }
    if (token.kind !== TokenKind.EOF) tokens += 1;
    // The lexer skips comments, but they are tokens, and the parser keeps them.
    for (let comment = token.prev; comment?.kind === TokenKind.COMMENT; comment = comment.prev) tokens += 1;
    if (token.kind === TokenKind.AT) directives += 1;
    if (tokens > documentLimits.tokens || directives > documentLimits.directives) throw new PrivacyError('DOCUMENT_TOO_LONG');
    if (token.kind === TokenKind.EOF) return;
    if (opening.has(token.kind)) depth += 1;
    else if (closing.has(token.kind)) depth -= 1;
    if (depth > documentLimits.depth) throw new PrivacyError('DOCUMENT_TOO_DEEP');
  }
}
