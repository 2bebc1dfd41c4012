import type { Source } from 'graphql';
import type { IResolvers } from '@graphql-tools/utils';
import type { Application } from '../../src/engine/application.ts';
import type { ApplicationParts } from '../../src/engine/register.ts';
import type { Markings } from '../../src/engine/markings/markings.ts';
import type { Principal } from '../../src/engine/purpose/principal.ts';
import type { RequestHeaders } from '../../src/server/spine/answer/privacy-headers.ts';
import type { RelationshipFact } from '../../src/engine/rows/row.ts';

/** A list of people in memory, the same for every contender. */
export interface List {
  readonly sources: readonly Source[];
  /** Of the scalars in the operation, unchanged, for contenders without the gateway's own. */
  readonly plainScalars: IResolvers;
  /** Asks for `$first` rows. */
  readonly operation: string;
  /** The root field's resolver: it reads the list from memory instead of PostgreSQL. */
  readonly root: IResolvers;
  readonly application: Application;
  readonly partsOf: (markings: Markings) => ApplicationParts;
  readonly principal: Principal;
  readonly headers: RequestHeaders;
  /** The principal's relationship to each data subject. */
  readonly facts: ReadonlyMap<string, RelationshipFact>;
}

/** The application that the list is of. */
export type ListName = 'town' | 'clinic';

/** @param sizes the numbers of rows that will be requested */
export type MakeList = (sizes: readonly number[]) => Promise<List>;
