/** The database roles, by what each does. */
export type DatabaseRole = 'owner' | 'gateway' | 'sequencer' | 'eraser' | 'identity';

/** The name in PostgreSQL of each database role. */
export type RoleNames = Readonly<Record<DatabaseRole, string>>;

/** The names of the database roles. @param prefix lower-case letters, digits and `_`, so that SQL needs no quotes */
export function roleNames(prefix = 'ntk_'): RoleNames {
  return {
    owner: `${prefix}owner`,
    gateway: `${prefix}gateway`,
    sequencer: `${prefix}sequencer`,
    eraser: `${prefix}eraser`,
    identity: `${prefix}identity`,
  };
}
