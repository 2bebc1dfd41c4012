import {
  preparsePolicySet,
  statefulIsAuthorized,
  validate,
  type CheckParseAnswer,
  type EntityJson,
  type PolicySet,
} from '@cedar-policy/cedar-wasm/nodejs';
import type { Policy, PolicyLines } from '../../src/engine/policy/declaration/policy.ts';
import type { Question } from '../../src/engine/policy/decision/decide.ts';
import type { Purpose, Role } from '../../src/engine/register.ts';
import { schemaOf, translate, type Kind } from './translate.ts';

/** May this role use this root field for this purpose? */
export interface Entry {
  readonly field: string;
  readonly role: Role;
  /** Undefined if none is declared. */
  readonly purpose: Purpose | undefined;
}

/** Cedar's answer. */
export interface Answer {
  readonly permits: boolean;
  /** The lines that decide: those that permit or, if any does, those that forbid. */
  readonly lines: readonly string[];
}

/** Cedar, with the lines of one policy. */
export interface Cedar {
  see(question: Question): Answer;
  enter(entry: Entry): Answer;
}

/**
 * Gives the lines of a policy to Cedar, which keeps them parsed.
 * @param name another policy of the same name is forgotten
 * @throws Error if Cedar cannot parse them
 */
export function openCedar(name: string, lines: PolicyLines): Cedar {
  const { see, enter } = translate(lines);
  parse(`${name} see`, see);
  parse(`${name} enter`, enter);
  const known = new Map<string, Answer>();
  const ask = (set: 'see' | 'enter', role: Role, resource: Uid, context: Readonly<Record<string, Entity | Entity[]>>): Answer => {
    const answer = statefulIsAuthorized({
      principal: uid('Role', role),
      action: { type: 'Action', id: set },
      resource,
      context,
      preparsedPolicySetId: `${name} ${set}`,
      entities: [],
    });
    if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('; '));
    const { decision, diagnostics } = answer.response;
    if (diagnostics.errors.length > 0) throw new Error(diagnostics.errors.map(({ error }) => error.message).join('; '));
    return shared(known, { permits: decision === 'allow', lines: diagnostics.reason });
  };
  return {
    see: ({ role, purpose, relationship, category, holding }) =>
      ask('see', role, uid('Category', category), {
        ...purposeOf(purpose),
        relationship: entity('Relationship', relationship),
        conditions: [...holding].map((condition) => entity('Condition', condition)),
      }),
    enter: ({ field, role, purpose }) => ask('enter', role, uid('RootField', field), purposeOf(purpose)),
  };
}

/** The errors that Cedar's strict validation finds in the translation of a policy: a word that the vocabulary lacks, or a wrong type. */
export function validationErrors(policy: Policy): readonly string[] {
  const schema = schemaOf(policy);
  return Object.values(translate(policy)).flatMap((policies) => {
    const found = validate({ schema, policies });
    if (found.type === 'failure') return found.errors.map(({ message }) => message);
    return [...found.validationErrors, ...found.validationWarnings].map(({ policyId, error }) => `${policyId}: ${error.message}`);
  });
}

type Uid = Extract<EntityJson['uid'], { id: string }>;
type Entity = { readonly __entity: Uid };

function uid(type: Kind, id: string): Uid {
  return { type, id };
}

function entity(type: Kind, id: string): Entity {
  return { __entity: uid(type, id) };
}

function purposeOf(purpose: Purpose | undefined): { readonly purpose?: Entity } {
  return purpose === undefined ? {} : { purpose: entity('Purpose', purpose) };
}

function parse(name: string, policies: PolicySet): void {
  const answer: CheckParseAnswer = preparsePolicySet(name, policies);
  if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('; '));
}

/** One object for equal answers: there are few, and hundreds of thousands of questions. */
function shared(known: Map<string, Answer>, answer: Answer): Answer {
  const key = `${answer.permits} ${answer.lines.join(' ')}`;
  const same = known.get(key) ?? answer;
  known.set(key, same);
  return same;
}
