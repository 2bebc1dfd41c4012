import type { GraphQLFieldResolver } from 'graphql';
import type { EnforcedContext } from './operation-state.ts';
import { DATA_SUBJECT, type Row } from '../records/row.ts';
import type { PersonalCoordinate, SubjectType } from './catalogue.ts';

/**
 * Wraps the resolver of a personal leaf: the value or null (stage 5; the policy enforcement point, in
 * XACML's words). Synchronous, and closed over its coordinate: it never reads `info`, so no alias or
 * fragment can speak for another field. No plan, an unknown coordinate, an unknown data subject, a
 * promise where a value should be, an exception: null.
 */
export function guard(
  { index }: PersonalCoordinate,
  owner: SubjectType | undefined,
  read: GraphQLFieldResolver<Row, EnforcedContext>,
): GraphQLFieldResolver<Row, EnforcedContext> {
  const subjectless = owner?.none === true;
  return (row, args, context, info) => {
    try {
      const { plan, ties } = context.request;
      if (!plan) return null;
      const seen = subjectless
        ? plan.asked[index] === 1 && plan.sight('NONE', [])[index] === 1
        : ties?.get(row[DATA_SUBJECT])?.visible[index] === 1;
      if (!seen) return null;
      const value: unknown = read(row, args, context, info);
      if (!isThenable(value)) return value ?? null;
      value.then(undefined, () => undefined);
      return null;
    } catch {
      return null;
    }
  };
}

/** Whether something is a promise, or would be awaited like one. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
