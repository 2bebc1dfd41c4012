import { openUrl } from '../systems/open-url.ts';
import { openRecords } from '../systems/resolvers/records.ts';
import { serveApollo, type Apollo } from '../systems/serve-apollo.ts';
import type { System } from '../systems/system.ts';
import { importPeer, versionOfPeer } from './import-peer.ts';
import { makePothosSchema } from './pothos-schema.ts';

const ofArguments = '`authScopes` of the root field that look at this argument hold';

/** Pothos with its plugin scope-auth, served by Apollo Server. */
export const pothos: System = {
  name: 'Pothos + scope-auth',
  version: () => `${versionOfPeer('@pothos/core')} + ${versionOfPeer('@pothos/plugin-scope-auth')}`,
  open: async (place) => {
    const apollo = {
      ...(await importPeer<Pick<Apollo, 'ApolloServer'>>('@apollo/server')),
      ...(await importPeer<Pick<Apollo, 'startStandaloneServer'>>('@apollo/server/standalone')),
    };
    return serveApollo(await makePothosSchema(), openRecords(await openUrl(place)), apollo);
  },
  own: {
    misnamed: { notApplicable: 'rules are options, and the compiler refuses one under a wrong name' },
    introspection: { notApplicable: 'introspection is off in production, for every caller' },
  },
  notes: {
    requirement: '`authScopes` on the field hold; nothing is denied by default',
    filter: ofArguments,
    relationFilter: ofArguments,
    writeFilter: ofArguments,
    order: ofArguments,
    aggregate: ofArguments,
    deniedChild: '`authScopes` on the field that returns the object hold',
    deniedList: '`authScopes` on the field that returns the list hold',
    oracle: 'selecting the caller’s rows alone holds',
    nodeOracle: 'its guide also offers to hide such rows in the loader of nodes, which holds',
    typeNameAlone: 'its guide also offers to hide such rows in the loader of nodes, which holds',
    fetched: 'the resolver chooses the columns, and the scope comes with the field',
  },
};
