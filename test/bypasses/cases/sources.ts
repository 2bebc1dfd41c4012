import type { Source } from './case.ts';

/** An advisory of Apollo Router or of the composition before it. */
export const apollo = (id: string): Source => ({
  text: `Apollo ${id}`,
  url: `https://github.com/advisories/${id}`,
});

/** An issue or pull request on GitHub. @param repository with its owner */
export const issue = (repository: string, number: number): Source => ({
  text: `${repository === 'neo4j/graphql' ? 'neo4j' : repository.split('/')[1]!}#${number}`,
  url: `https://github.com/${repository}/issues/${number}`,
});
