import { type Row, WITH_RELATIONSHIPS, DATA_SUBJECT } from '../rows/row.ts';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { EnforcedContext } from '../plan/operation-state.ts';
import type { Policy } from '../policy/declaration/policy.ts';
import { admit } from './admit.ts';
import type { Markings, SubjectType, PersonalCoordinate } from '../markings/markings.ts';
import { mountNode } from './node.ts';
import { mountRootRules } from './root-rules.ts';
import { causeOf } from '../../platform/errors/error-cause.ts';
import { isPromise } from '../execution/values.ts';

/** Rows are plain objects, so a field without a resolver is the property of its name. */
function property(name: string): GraphQLFieldResolver<Row, EnforcedContext> {
  return (row) => row[name];
}

/** The data subjects of a Relay connection's rows: those of its edges' nodes. */
function rowsOf(markings: Markings, connection: GraphQLNamedType): readonly SubjectType[] {
  const edges = isObjectType(connection) ? connection.getFields()['edges'] : undefined;
  const edge = edges && getNamedType(edges.type);
  const node = isObjectType(edge) ? edge.getFields()['node'] : undefined;
  const about = node && markings.subjects.get(getNamedType(node.type).name);
  return about ? [about] : [];
}

/**
 * Mounts all enforcement on an executable schema, in place: the guard on every personal leaf, the
 * admission on every object-returning field, and the rules on the root fields. Only concrete types need it, since a value
 * is always completed on its concrete type, even if it was requested through an interface or union.
 * @param report gets the failures that the guard turns into null
 */
export function enforce(schema: GraphQLSchema, markings: Markings, policy: Policy, report: ReportGuardFailure): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const owner = markings.subjects.get(type.name);
    const atRoot = type === schema.getQueryType() || type === schema.getMutationType();
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const personal = markings.outputs.get(coordinate);
      const read = field.resolve ?? property(field.name);
      const returned = getNamedType(field.type);
      if (isCompositeType(returned)) {
        const possible = isAbstractType(returned) ? schema.getPossibleTypes(returned) : [returned];
        const connection = returned.name.endsWith('Connection');
        const subjects = new Map<string, SubjectType>();
        for (const { name } of possible) {
          const about = markings.subjects.get(name);
          if (about) subjects.set(name, about);
        }
        // Rows without a data subject, such as edges, need no admission. The rows below them are admitted at their own field.
        if (!atRoot && !connection && !personal && !isAbstractType(returned) && subjects.size === 0) {
          field.resolve = read;
          continue;
        }
        field.resolve = admit(
          {
            coordinate,
            connection,
            hides: [...subjects.values(), ...(connection ? rowsOf(markings, returned) : [])].some(
              ({ none, existence }) => existence !== undefined || (atRoot && !none),
            ),
            withRelationships: field.extensions[WITH_RELATIONSHIPS] === true,
            personal,
            subjects,
            type: isAbstractType(returned) ? undefined : returned.name,
          },
          read,
        );
      } else if (personal) {
        field.resolve = guard(personal, owner, read, report);
      }
    }
  }
  mountRootRules(schema, policy);
  mountNode(schema, markings);
}

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
