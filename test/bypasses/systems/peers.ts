import { postGraphile } from '../peers/postgraphile.ts';
import { pothos } from '../peers/pothos.ts';
import { zenStack } from '../peers/zenstack.ts';
import { apolloShield } from './shield.ts';
import type { System } from './system.ts';

/** The other systems, in the order of the table. */
export const peers: readonly System[] = [apolloShield, pothos, zenStack, postGraphile];
