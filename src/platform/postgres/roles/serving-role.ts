/** A role that a process serves with. */
export type ServingRole = 'gateway' | 'sequencer' | 'identity';
