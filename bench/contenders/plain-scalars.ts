import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';

/** The scalars of their library, unchanged, for contenders without the gateway's own. */
export const plainScalars = { DateTime: GraphQLDateTime, LocalDate: GraphQLLocalDate };
