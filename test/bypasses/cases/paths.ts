import { ids } from '../clinic/ids.ts';
import type { BypassCase } from './case.ts';
import { apollo, issue } from './sources.ts';

const birthDate = /1984-03-02/;
const reason = /migraine/;

/** Other paths to a field that is denied by its own. */
export const paths = {
  interface: {
    title: 'a denied field through an interface',
    sources: [apollo('GHSA-x33c-7c2v-mrj9')],
    by: 'clerk',
    shownTo: 'cole',
    operation: '{ people { name birthDate } }',
    judge: { in: 'answer', secret: birthDate },
  },
  interfaceFragment: {
    title: 'a denied field by a fragment on an interface',
    sources: [apollo('GHSA-mx7m-j9xf-62hw')],
    by: 'clerk',
    shownTo: 'cole',
    operation: '{ patients { name ... on Person { birthDate } } }',
    judge: { in: 'answer', secret: birthDate },
  },
  union: {
    title: 'a denied field of a member of a union',
    sources: [apollo('GHSA-x33c-7c2v-mrj9')],
    by: 'clerk',
    shownTo: 'cole',
    operation: '{ entries { ... on Visit { id reason } } }',
    judge: { in: 'answer', secret: reason },
  },
  alias: {
    title: 'a denied field under the alias of a permitted one',
    sources: [issue('wundergraph/cosmo', 1815)],
    by: 'clerk',
    shownTo: 'cole',
    operation: '{ visits { id at: reason } }',
    judge: { in: 'answer', secret: reason },
  },
  requirement: {
    title: 'a field without a rule, computed from a denied one',
    sources: [apollo('GHSA-m8jr-fxqx-8xx6')],
    by: 'clerk',
    shownTo: 'cole',
    operation: '{ patients { name generation } }',
    control: '{ patients { name birthDate } }',
    judge: { in: 'answer', secret: /:198\d|1984-03-02/ },
  },
  misnamed: {
    title: 'a rule under a wrong name',
    sources: [apollo('GHSA-g8jh-vg5j-4h3f')],
    by: 'clerk',
    shownTo: 'cole',
    operation: '{ visits { id reason } }',
    judge: { in: 'answer under a misnamed rule', secret: reason },
  },
  relation: {
    title: 'a denied type through a relation',
    sources: [issue('zenstackhq/zenstack', 814)],
    by: 'clerk',
    shownTo: 'cole',
    operation: '{ visits { id patient { name results { value } } } }',
    judge: { in: 'answer', secret: /5\.41/ },
  },
  otherDecision: {
    title: 'one decision used for another object of the operation',
    sources: [issue('maticzav/graphql-shield', 349)],
    by: 'cole',
    shownTo: 'dunn',
    operation: `{ a: patient(id: "${ids.ann}") { name phone } b: patient(id: "${ids.ben}") { name phone } }`,
    judge: { in: 'answer', secret: /555-0102/ },
  },
  payload: {
    title: 'a denied field in the answer to a permitted change',
    sources: [issue('aws-amplify/amplify-flutter', 4063)],
    by: 'clerk',
    shownTo: 'cole',
    operation: `mutation { setFee(visit: "${ids.annsVisit}", fee: 81) { id fee reason } }`,
    control: `{ visit(id: "${ids.annsVisit}") { id reason } }`,
    judge: { in: 'answer', secret: reason },
  },
} as const satisfies Readonly<Record<string, BypassCase>>;
