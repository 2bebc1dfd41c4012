import type { PolicySet, SchemaJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { Grant, Prohibition, RootFieldLine } from '../../src/engine/policy/declaration/lines.ts';
import type { Policy, PolicyLines } from '../../src/engine/policy/declaration/policy.ts';
import { fieldsOf } from './questions.ts';

/** The kinds of words that a line of a policy names. Each is a type of Cedar entities. */
export type Kind = 'Role' | 'Purpose' | 'Relationship' | 'Category' | 'Condition' | 'RootField';

/**
 * Translates the lines of a policy to Cedar: a grant and a line of root fields permit, a prohibition forbids. The principal is the role,
 * the resource the category or the root field; purpose, relationship and conditions are the context. It reads lines and no other code, so
 * that its answers do not depend on how the gateway decides. Pure.
 * @returns the policies of categories and those of root fields, each under the name of its line
 */
export function translate({ grants, prohibitions, rootFields }: PolicyLines): { readonly see: PolicySet; readonly enter: PolicySet } {
  const see = [
    ...grants.map((grant) => [grant.line, permitCategory(grant)]),
    ...prohibitions.map((prohibition) => [prohibition.line, forbidCategory(prohibition)]),
  ];
  const enter = rootFields.map((line, at) => [rootLineName(at), permitRootField(line)]);
  return { see: { staticPolicies: Object.fromEntries(see) }, enter: { staticPolicies: Object.fromEntries(enter) } };
}

/** The name of a line of root fields, by its place in the policy. */
export function rootLineName(at: number): string {
  return `root-field-line-${at}`;
}

function permitCategory({ role, purpose, relationship, categories, when }: Grant): string {
  return `permit (principal == ${word('Role', role)}, action == Action::"see", resource)
    when { context has purpose && context.purpose == ${word('Purpose', purpose)} }
    when { context.relationship == ${word('Relationship', relationship)} }
    when { ${words('Category', categories)}.contains(resource) }
    ${clause('when', when, (names) => `context.conditions.containsAll(${words('Condition', names)})`)};`;
}

function forbidCategory({ categories, roles, purposes, when, unless }: Prohibition): string {
  return `forbid (principal, action == Action::"see", resource)
    when { ${words('Category', categories)}.contains(resource) }
    ${clause('when', roles, (names) => `${words('Role', names)}.contains(principal)`)}
    ${clause('when', purposes, isForOneOf)}
    ${clause('when', when, (names) => `context.conditions.containsAll(${words('Condition', names)})`)}
    ${clause('unless', unless?.purposes, isForOneOf)}
    ${clause('unless', unless?.relationships, (names) => `${words('Relationship', names)}.contains(context.relationship)`)}
    ${clause('unless', unless?.conditions, (names) => `context.conditions.containsAny(${words('Condition', names)})`)};`;
}

function permitRootField({ fields, role, purposes }: RootFieldLine): string {
  const principal = role === 'ANYBODY' ? 'principal' : `principal == ${word('Role', role)}`;
  return `permit (${principal}, action == Action::"enter", resource)
    when { ${words('RootField', fields)}.contains(resource) }
    ${clause('when', purposes === 'ANY' ? undefined : purposes, isForOneOf)};`;
}

function isForOneOf(purposes: readonly string[]): string {
  return `context has purpose && ${words('Purpose', purposes)}.contains(context.purpose)`;
}

function clause(kind: 'when' | 'unless', names: readonly string[] | undefined, body: (names: readonly string[]) => string): string {
  return names === undefined ? '' : `${kind} { ${body(names)} }`;
}

function words(kind: Kind, names: readonly string[]): string {
  return `[${names.map((name) => word(kind, name)).join(', ')}]`;
}

function word(kind: Kind, name: string): string {
  return `${kind}::${JSON.stringify(name)}`;
}

/** The words of a policy as a Cedar schema. A policy that passes Cedar's strict validation with it names no other word. Pure. */
export function schemaOf({ vocabulary, ...lines }: Policy): SchemaJson<string> {
  const { roles, purposes, relationships, categories, conditions } = vocabulary;
  const purpose = { type: 'Entity', name: 'Purpose', required: false } as const;
  const relationship = { type: 'Entity', name: 'Relationship' } as const;
  const holding = { type: 'Set', element: { type: 'Entity', name: 'Condition' } } as const;
  const see = { purpose, relationship, conditions: holding };
  return {
    '': {
      entityTypes: {
        Role: { enum: Object.keys(roles) },
        Purpose: { enum: Object.keys(purposes) },
        Relationship: { enum: Object.keys(relationships) },
        Category: { enum: Object.keys(categories) },
        Condition: { enum: Object.keys(conditions) },
        RootField: { enum: [...fieldsOf(lines)] },
      },
      actions: {
        see: { appliesTo: { principalTypes: ['Role'], resourceTypes: ['Category'], context: { type: 'Record', attributes: see } } },
        enter: {
          appliesTo: { principalTypes: ['Role'], resourceTypes: ['RootField'], context: { type: 'Record', attributes: { purpose } } },
        },
      },
    },
  };
}
