import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { openApolloSession, whyMissing } from 'need-to-know-client/apollo';
import { graphql } from './gql/index.js';

const Profile = graphql(`
  query Profile @purpose(is: SELF_SERVICE) {
    me {
      id
      givenName
      birthDate
      ageBand
      account {
        balance
      }
    }
  }
`);

// Sends the hash that code generation added to the document.
const persisted = new PersistedQueryLink({
  generateHash: (document) => (document as { __meta__?: { hash: string } }).__meta__?.hash.replace('sha256:', '') ?? '',
});

/** Reads the own profile. @returns the name, the birth date, what is owed, and why the age is missing, if it is */
export async function readProfile(url: string, token: string) {
  const session = openApolloSession({ url, token: () => token, links: (end) => persisted.concat(end) });
  const client = session.client({ purpose: 'SELF_SERVICE' });
  if (!client) throw new Error(session.endedBy);
  const { data } = await client.query({ query: Profile });
  const report = session.report(client, { query: Profile });
  const name: string | null | undefined = data?.me?.givenName;
  const born: string | null | undefined = data?.me?.birthDate;
  const owed: string | null | undefined = data?.me?.account?.balance;
  session.end();
  return { name, born, owed, missing: report && whyMissing(report, ['me', 'ageBand']) };
}
