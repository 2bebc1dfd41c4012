import type { GraphQLRequest } from '@apollo/server';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/** A request's body after the checks on arrival. */
export interface RequestBody {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
}

/**
 * Reads a body as GraphQL over HTTP defines it. A null member counts as absent.
 * @throws PrivacyError BODY_INVALID
 */
export function readBody({ query, variables, operationName, extensions }: RequestBody): GraphQLRequest {
  return {
    query,
    ...(isGiven(operationName) && { operationName: text(operationName) }),
    ...(isGiven(variables) && { variables: members(variables) }),
    ...(isGiven(extensions) && { extensions: members(extensions) }),
  };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new PrivacyError('BODY_INVALID');
  return value;
}

function members(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new PrivacyError('BODY_INVALID');
  return value as Record<string, unknown>;
}
