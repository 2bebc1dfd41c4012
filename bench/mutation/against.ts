import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { showProgress } from '../../scripts/progress.ts';
import { compare, type Side } from '../against/compare.ts';
import { openTrees, type Tree, type Trees } from '../against/open-trees.ts';
import { openClient, type Client } from '../conversation/client.ts';
import type { Figure, Report } from '../report.ts';
import type { Flow, flowsOf } from './flows.ts';

const residents = 2_000;
const connections = 16;
const sizes = {
  whole: { rounds: 9, warmUp: 6_000, milliseconds: 2_500 },
  quick: { rounds: 2, warmUp: 1_000, milliseconds: 500 },
} as const;

/**
 * Measures whole encounters and tickets per second with 16 clients: the gateway of this tree against that of another.
 * @param other the path of a checkout with its packages installed
 * @param given how many rounds; undefined: as the size has
 */
export async function mutationAgainst(other: string, size: keyof typeof sizes, given?: number): Promise<Report> {
  const { rounds: usual, ...timing } = sizes[size];
  const rounds = given ?? usual;
  const progress = showProgress(2 * rounds + 1, 'rounds');
  const client = openClient();
  const results: Figure[] = [];
  const ratios: Record<string, number> = {};
  let opened: Trees | undefined;
  try {
    progress.begin('two towns');
    opened = await openTrees(other, residents);
    const { trees } = opened;
    const [these, others] = [await flowsIn(trees[0]), await flowsIn(trees[1])];
    progress.tick();
    for (const [at, flow] of these.entries()) {
      const { name } = flow;
      progress.begin(name);
      const both = [sideOf(client, trees[0], flow), sideOf(client, trees[1], others[at]!)] as const;
      const found = await compare(both, { name, short: `${name}@${connections}`, unit: '/s', rounds, ...timing }, () => progress.tick());
      results.push(...found.results);
      Object.assign(ratios, found.ratios);
    }
  } finally {
    progress.stop();
    await client.stop();
    await opened?.close();
  }
  return { bench: 'mutation, this tree against another', results, ratios };
}

/** The flows come from the tree's own code: schema and tables of another commit can differ. */
async function flowsIn(tree: Tree): Promise<readonly Flow[]> {
  const own = (await import(pathToFileURL(join(tree.path, 'bench/mutation/flows.ts')).href)) as { readonly flowsOf: typeof flowsOf };
  return own.flowsOf((principal, role, purpose) => tree.issue({ principal, role, purposes: [purpose] }), tree, connections);
}

function sideOf(client: Client, tree: Tree, { lanes }: Flow): Side {
  return {
    tree,
    load: async (milliseconds) => {
      const { times, seconds } = await client.run({ url: tree.url, lanes, milliseconds });
      return { answers: times.flat().length, seconds };
    },
  };
}
