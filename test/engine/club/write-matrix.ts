import { writeFileSync } from 'node:fs';
import { matrixMarkdown } from '../../../src/engine/policy/matrix.ts';
import { clubPolicy } from './policy.ts';

// Writes what a reviewer of a change to the club's policy compares.
writeFileSync(new URL('matrix.md', import.meta.url), matrixMarkdown(clubPolicy));
