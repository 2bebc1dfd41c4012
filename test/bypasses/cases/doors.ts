import { ids } from '../clinic/ids.ts';
import type { BypassCase } from './case.ts';
import { issue } from './sources.ts';

/** Other ways than fields: the database, global ids, callers without a name, the log, and introspection. */
export const doors = {
  fetched: {
    title: 'a denied field that is still read from the database',
    sources: [issue('wundergraph/cosmo', 2050), issue('wundergraph/cosmo', 2125)],
    by: 'clerk',
    shownTo: 'cole',
    operation: '{ visits { id reason } }',
    judge: { in: 'rows', secret: /migraine/ },
  },
  node: {
    title: 'a hidden object by its global id',
    sources: [{ text: 'Pothos, relay nodes', url: 'https://pothos-graphql.dev/docs/plugins/scope-auth/relay-nodes' }],
    by: 'ann',
    shownTo: 'ben',
    operation: `{ node(id: "${ids.bensVisit}") { id ... on Visit { reason } } }`,
    judge: { in: 'answer', secret: /sprain/ },
  },
  nodeOracle: {
    title: 'whether a hidden object exists, by its global id',
    sources: [{ text: 'Pothos, relay nodes', url: 'https://pothos-graphql.dev/docs/plugins/scope-auth/relay-nodes' }],
    by: 'ann',
    shownTo: 'ben',
    operation: `{ node(id: "${ids.bensVisit}") { id } }`,
    other: `{ node(id: "${ids.unknown}") { id } }`,
    judge: { in: 'difference' },
  },
  typeNameAlone: {
    title: 'a hidden object asked for its type alone',
    sources: [{ text: 'Pothos, relay nodes', url: 'https://pothos-graphql.dev/docs/plugins/scope-auth/relay-nodes' }],
    by: 'ann',
    shownTo: 'ben',
    operation: `{ node(id: "${ids.bensVisit}") { __typename } }`,
    judge: { in: 'answer', secret: /"__typename":"Visit"/ },
  },
  anonymous: {
    title: 'a caller without an id, and rows without an owner',
    sources: [issue('thematters/matters-server', 4880)],
    by: 'anonymous',
    shownTo: 'ann',
    operation: '{ me { name } visits { id reason } }',
    judge: { in: 'answer', secret: /Ann|Ben|migraine|sprain|walk-in/ },
  },
  log: {
    title: 'an answer whose entry in the log cannot be written',
    sources: [{ text: 'medplum', url: 'https://github.com/medplum/medplum' }],
    by: 'cole',
    shownTo: 'cole',
    operation: '{ visits { id reason } }',
    judge: { in: 'answer without log', secret: /migraine/ },
  },
  introspection: {
    title: 'names of fields that the caller may never ask',
    sources: [
      { text: 'Apollo, introspection', url: 'https://apollographql.com/blog/why-you-should-disable-graphql-introspection-in-production' },
    ],
    by: 'anonymous',
    shownTo: 'clerk',
    operation: '{ __type(name: "Patient") { fields { name } } }',
    judge: { in: 'answer', secret: /insuranceNumber/ },
  },
} as const satisfies Readonly<Record<string, BypassCase>>;
