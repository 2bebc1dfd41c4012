import {
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/** The most errors of one invalid document that are reported. */
const mostErrors = 5;

/** Where a rule found an error: the type and the field of the schema that the visit had reached. */
interface Place {
  readonly rule: string;
  readonly type: string | undefined;
  readonly field: string | undefined;
}

/**
 * Says why a document does not fit the schema: the rule of the specification (GraphQL October 2021, section 5), and the type and the
 * field where it found the error. These are names of the schema that introspection shows to the principal, never a name or a value of
 * the document: it could hold anything, such as a person's name in the place of a field.
 * @param view the part of the schema that the principal may see: the rest is described as if it did not exist
 * @returns at most five errors; none where graphql-js finds none
 */
export function describeInvalidDocument(view: GraphQLSchema, document: DocumentNode): GraphQLFormattedError[] {
  const places = new Map<GraphQLError, Place>();
  const rules = specifiedRules.map((rule) => noting(rule, places));
  const errors = validate(view, document, rules, { maxErrors: mostErrors }).filter((error) => places.has(error));
  return errors.map((error) => {
    const { rule, type, field } = places.get(error)!;
    const { message, extensions } = new PrivacyError('DOCUMENT_INVALID');
    return {
      message,
      ...(error.locations && { locations: error.locations }),
      extensions: { code: extensions['code'], rule, ...(type !== undefined && { type }), ...(field !== undefined && { field }) },
    };
  });
}

/** The rule, with a note of the place of each error that it reports. */
function noting(rule: ValidationRule, places: Map<GraphQLError, Place>): ValidationRule {
  return (context) => {
    const report = (error: GraphQLError): void => {
      places.set(error, { rule: rule.name.replace(/Rule$/, ''), ...placeOf(context) });
      context.reportError(error);
    };
    return rule(Object.create(context, { reportError: { value: report } }) as ValidationContext);
  };
}

function placeOf(context: ValidationContext): Omit<Place, 'rule'> {
  const input = context.getParentInputType();
  if (isInputObjectType(input)) return { type: input.name, field: undefined };
  const parent = context.getParentType();
  const field = context.getFieldDef()?.name;
  // Below a field whose selections are visited, it is still the visit's last field.
  const isOfParent = field !== undefined && (isObjectType(parent) || isInterfaceType(parent)) && Object.hasOwn(parent.getFields(), field);
  return { type: parent?.name, field: isOfParent ? field : undefined };
}
