import { DATA_SUBJECT, type Row } from '../rows/row.ts';
import type { GraphQLFieldResolver } from 'graphql';
import { causeOf } from '../../platform/errors/error-cause.ts';
import { isPromise } from '../execution/values/is-promise.ts';
import type { PersonalCoordinate, SubjectType } from '../markings/markings.ts';
import type { EnforcedContext } from '../plan/operation-state.ts';

/**
 * Gets each failure that the guard turned into null, so that a bug does not pass for a withheld value.
 * @param errorClass a name that holds no value
 */
export type ReportGuardFailure = (coordinate: string, errorClass: string) => void;

/**
 * Wraps the resolver of a personal leaf: the value or null (stage "execute under guard"; the policy enforcement point,
 * in the words of XACML). It is synchronous and closed over its coordinate. It never reads `info`, so no alias or
 * fragment can speak for another field. No plan, an unknown coordinate, an unknown data subject, a promise where a value
 * should be, an exception: null. The last two are bugs and are reported.
 */
export function guard(
  { index, coordinate }: PersonalCoordinate,
  owner: SubjectType | undefined,
  read: GraphQLFieldResolver<Row, EnforcedContext>,
  report: ReportGuardFailure,
): GraphQLFieldResolver<Row, EnforcedContext> {
  const subjectless = owner?.none === true;
  return (row, args, context, info) => {
    try {
      const { plan, relationships } = context.request;
      if (!plan) return null;
      const seen = subjectless
        ? plan.asked[index] === 1 && plan.permitTable('NONE', [])[index] === 1
        : relationships?.get(row[DATA_SUBJECT])?.visible[index] === 1;
      if (!seen) return null;
      const value: unknown = read(row, args, context, info);
      if (!isPromise(value)) return value ?? null;
      value.then(undefined, () => undefined);
      return failed(report, coordinate, 'Promise');
    } catch (error) {
      return failed(report, coordinate, causeOf(error));
    }
  };
}

/** Reports the failure. Returns null even if the report fails. */
function failed(report: ReportGuardFailure, coordinate: string, errorClass: string): null {
  try {
    report(coordinate, errorClass);
  } catch {
    // A failing log must not change an answer.
  }
  return null;
}
