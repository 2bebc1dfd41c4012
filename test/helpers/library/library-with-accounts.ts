import type { ApplicationDefinition } from '../../../src/server/library/create-application.ts';
import { accounts, issueClaimCode } from '../../../src/server/library/identity.ts';
import { clerk, queries, readers, sound } from './book-library.ts';

/** The library of books with accounts of its own: clerks join by invitation, and readers by the two codes of a claim. */
export const clerkAddress = 'clerk@library.example';
const { authenticate: _own, ...withoutAuthentication } = sound;
const library: ApplicationDefinition = {
  ...withoutAuthentication,
  typeDefs: [
    sound.typeDefs as string,
    `extend type Mutation { issueClaimCode(id: ID! @personal(category: EXISTENCE)): String @impersonal }`,
  ],
  policy: {
    ...sound.policy,
    rootFields: [
      ...sound.policy.rootFields,
      { ...sound.policy.rootFields.find(({ scope }) => (scope as string) === 'SERVED')!, fields: ['Mutation.issueClaimCode'] as never },
    ],
  },
  resolvers: { ...queries, Mutation: { ...queries.Mutation, issueClaimCode: issueClaimCode(readers) } },
  accounts: accounts({
    records: 'select id, false as has_ended, email, null::timestamptz as email_since from public.reader',
    employees: 'select id, roles, email from public.clerk',
  }),
  tables: [
    ...sound.tables!,
    {
      name: '0200-people',
      sql: () => `
        alter table reader add email text;
        update reader set email = lower(name) || '@mail.example';
        create table clerk (id uuid primary key, roles text[] not null, email text not null);
        insert into clerk values ('${clerk}', '{CLERK}', '${clerkAddress}')`,
    },
  ],
};

export default library;
