import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';

/** The scalars as their library has them, for contenders who would take them from there. */
export const plainScalars = { DateTime: GraphQLDateTime, LocalDate: GraphQLLocalDate };
