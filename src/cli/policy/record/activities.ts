import type { DataCategory, Purpose } from '../../../engine/register.ts';
import { isObjectType } from 'graphql';
import type { EnforcedSchema } from '../../../server/spine/document/build-schema.ts';
import { authorityVersions } from '../../../engine/review/explain/authority-versions.ts';
import { matrixCells, matrixRootFields, type MatrixCell, type MatrixRootField } from '../../../engine/policy/matrix.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { authorityOn, wordsOf, type Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import { purposesAsGranted } from '../policy-order.ts';
import { readCoordinates } from '../explain/coordinates.ts';
import type { Activity, ActivityCategory, AnyPurposeField, DataSubjectType, Recipient } from './activity.ts';
import { safeguardsOf } from './safeguards.ts';

/**
 * Derives all processing activities, one per purpose, from schema and policy.
 * @param date RFC 3339 full-date, for the legal authority
 */
export function activities(policy: Policy, enforced: EnforcedSchema, date: string): readonly Activity[] {
  const { vocabulary } = policy;
  const authorities = authorityVersions(vocabulary, date);
  return purposesAsGranted(policy).map((purpose) => {
    const cells = matrixCells(policy, { purpose });
    const rootFields = matrixRootFields(policy, { purpose }).filter((field) => field.purposes !== 'ANY');
    const held = categoriesOf(vocabulary, enforced, cells, rootFields);
    const recipients = recipientsOf(vocabulary, purpose, cells);
    return {
      purpose,
      ...vocabulary.purposes[purpose],
      authority: authorityOn(vocabulary, date),
      authorities,
      categories: held,
      recipients,
      dataSubjects: dataSubjectsOf(enforced, held),
      rootFields,
      safeguards: safeguardsOf(policy, enforced, purpose, recipients),
      retention: null,
    };
  });
}

/** The root fields that are open for any purpose and for none, with their inputs. */
export function anyPurposeFields(policy: Policy, { schema, markings }: EnforcedSchema): readonly AnyPurposeField[] {
  const coordinates = [...readCoordinates(schema, markings)];
  return matrixRootFields(policy)
    .filter(({ purposes: whatFor }) => whatFor === 'ANY')
    .map((rootField) => ({
      ...rootField,
      gathers: coordinates.flatMap(([coordinate, one]) =>
        one.kind === 'INPUT' && one.category !== undefined && one.fields.includes(rootField.field)
          ? [{ coordinate, category: one.category }]
          : [],
      ),
    }));
}

function categoriesOf(
  { categories }: Vocabulary,
  { schema, markings }: EnforcedSchema,
  cells: readonly MatrixCell[],
  rootFields: readonly MatrixRootField[],
): ActivityCategory[] {
  const changes = new Set(rootFields.map(({ field }) => field).filter((field) => field.startsWith('Mutation.')));
  const coordinates = [...readCoordinates(schema, markings)];
  return wordsOf(categories)
    .map((category): ActivityCategory => {
      const { term, label } = categories[category];
      return {
        category,
        term,
        label,
        recipients: [...new Set(cells.filter((cell) => cell.category === category).map(({ role }) => role))],
        heldAt: [...markings.outputs.values()].filter((one) => one.category === category).map(({ coordinate }) => coordinate),
        gatheredAt: coordinates
          .filter(([, one]) => one.kind === 'INPUT' && one.category === category && one.fields.some((field) => changes.has(field)))
          .map(([coordinate]) => coordinate),
      };
    })
    .filter(({ recipients, gatheredAt }) => recipients.length > 0 || gatheredAt.length > 0);
}

function recipientsOf({ roles }: Vocabulary, purpose: Purpose, cells: readonly MatrixCell[]): Recipient[] {
  // A line's conditions are the same for each of its categories.
  const lines = Map.groupBy(cells, ({ line }) => line);
  return [...lines.values()].map((ofLine) => {
    const { role, relationship, when, line, clause } = ofLine[0]!;
    const { organisation } = roles[role];
    return {
      role,
      outside: organisation !== undefined,
      underAuthority: organisation?.purpose === purpose ? [organisation.authorityKind] : [],
      relationship,
      categories: ofLine.map(({ category }) => category),
      when,
      except: [...new Set(ofLine.flatMap(({ except }) => except.map((prohibition) => prohibition.line)))],
      line,
      clause,
    };
  });
}

/** The types whose objects hold one of these categories. A type with data subjects holds EXISTENCE. */
function dataSubjectsOf({ schema, markings }: EnforcedSchema, held: readonly ActivityCategory[]): DataSubjectType[] {
  const all = new Set<DataCategory>(held.map(({ category }) => category));
  const names = [...markings.outputs.values()].filter((one) => all.has(one.category)).map(({ coordinate }) => coordinate.split('.')[0]!);
  return [...new Set(names)].flatMap((name) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) return [];
    return [{ type: name, description: type.description ?? null, withoutDataSubject: markings.subjects.get(name)?.none === true }];
  });
}
