import type { Source } from 'graphql';
import { schemaSources } from '../../../src/town/shared/graphql/schema-sources.ts';
import { changedIn, type Change } from './change-sources.ts';

/** The town's schema with some texts replaced. */
export function changedSchema(...changes: readonly Change[]): Source[] {
  return changedIn(schemaSources(), ...changes);
}
