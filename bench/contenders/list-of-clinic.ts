import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Source } from 'graphql';
import type { ApplicationParts, Purpose, Role } from '../../src/engine/register.ts';
import { aboutPerson, type Row } from '../../src/engine/rows/row.ts';
import type { createApplication } from '../../src/server/library/create-application.ts';
import type { MakeList } from './list.ts';

const clinic = fileURLToPath(new URL('../../examples/clinic/', import.meta.url));

const operation = /* GraphQL */ `
  query ListPatients($first: Int) {
    patients(first: $first) {
      id
      name
      phone
      insuranceNumber
    }
  }
`;

/**
 * Patients, with the four personal fields that the clerk who asks may see. The application comes from the packed package, which
 * `installPackage` has put there.
 */
export const listOfClinic: MakeList = async (sizes) => {
  const library = (await import(pathToFileURL(join(clinic, 'node_modules/need-to-know/dist/server/library/index.js')).href)) as {
    readonly createApplication: typeof createApplication;
  };
  const { default: definition } = (await import(pathToFileURL(join(clinic, 'application.ts')).href)) as {
    readonly default: Parameters<typeof createApplication>[0];
  };
  const application = library.createApplication(definition);
  const rows = Array.from({ length: Math.max(...sizes) }, (_, number) => patientOf(number));
  const lists = new Map(sizes.map((size) => [size, rows.slice(0, size)]));
  return {
    // The clinic's list is not limited, and that of the bench has many sizes.
    sources: application.schema
      .sources()
      .map(({ body, name }) => new Source(body.replace('patients: [', 'patients(first: Int @impersonal): ['), name)),
    plainScalars: {},
    operation,
    root: { Query: { patients: (_parent: unknown, { first }: { readonly first: number }) => lists.get(first) } },
    application,
    partsOf: () => ({}) as ApplicationParts,
    principal: {
      id: '00000000-0000-4000-9000-000000000000',
      role: 'BILLING_CLERK' as Role,
      partner: false,
      tokenPurposes: ['BILLING' as Purpose],
      authorityId: undefined,
      caseId: undefined,
    },
    headers: { 'privacy-purpose': 'BILLING' },
    facts: new Map(rows.map(({ id }) => [String(id), noRelationship])),
  };
};

// As the look-up of an application does, data subjects with equal relationships share one object.
const noRelationship = { relationship: 'NONE', conditions: [] } as const;

function patientOf(number: number): Row {
  const line = String(number).padStart(4, '0');
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return aboutPerson({ id, name: `Given${number} Family${number}`, phone: `555 ${line}`, insuranceNumber: `INS-${line}` }, id);
}
