import type { Case } from './case.ts';
import { entryCases } from './entry-cases.ts';
import { erasureCases } from './erasure-cases.ts';
import { indexCases } from './index-cases.ts';
import { olderCases } from './older-cases.ts';
import { segmentCases } from './segment-cases.ts';
import { treeCases } from './tree-cases.ts';

/** At least one case for each code. */
export const cases: readonly Case[] = [...treeCases, ...entryCases, ...segmentCases, ...erasureCases, ...indexCases, ...olderCases];
