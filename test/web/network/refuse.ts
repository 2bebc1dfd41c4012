import type { Language } from '../../../src/platform/language/languages.ts';
import type { Route } from 'playwright-core';
import type { ErrorCode } from '../../../src/platform/errors/errors.ts';
import { sayError } from '../../../src/platform/errors/say-error.ts';

/** How a refusal is answered. */
interface Refusal {
  readonly status: number;
  /** Default: English. */
  readonly language?: Language;
  readonly reason?: string;
}

/** Answers an operation of a page with a refusal, as the gateway words it. The test does not wait for the time that it names. */
export async function refuse(route: Route, code: ErrorCode, { status, language = 'en', reason }: Refusal): Promise<void> {
  const errors = [{ message: sayError(language, code), extensions: { code, retryAfter: 3_600, ...(reason !== undefined && { reason }) } }];
  await route.fulfill({
    status,
    headers: { 'retry-after': '3600' },
    contentType: 'application/graphql-response+json',
    body: JSON.stringify({ errors }),
  });
}
