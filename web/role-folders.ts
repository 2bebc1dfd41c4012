/** The folders of `src/` that hold the pages of one role each. A browser loads the code, operations and sentences of its own role alone. */
const roleFolders = ['resident', 'counter', 'helpdesk', 'privacy-office'] as const;

/** The folders of `src/` with operations: those of the roles, and what their pages share. */
export const operationFolders = [...roleFolders, 'elements'] as const;

/** What the first page of a resident is made of: its sentences are loaded at once, and those of the other pages with the first of them. */
export const firstOfResident = [
  'resident/load-printable.tsx',
  'resident/my-information',
  'resident/my-information.tsx',
  'resident/pages.ts',
  'resident/printable.tsx',
  'resident/purchases/balance.tsx',
] as const;

/** What all pages share and the first page of a resident does not show. Its sentences are loaded with whatever shows it. */
export const laterOfAll = [
  'elements/bought.tsx',
  'elements/case-ended.tsx',
  'elements/category-names.ts',
  'elements/combo-box.tsx',
  'elements/confirm-button.tsx',
  'elements/deadline-bar.tsx',
  'elements/field.tsx',
  'elements/figure.tsx',
  'elements/form.tsx',
  'elements/paged.tsx',
  'elements/payments.tsx',
  'elements/purpose-to-read.tsx',
  'elements/spent-budget.tsx',
  'elements/use-passkey.tsx',
  'generated/names.ts',
  'layout/capacity-switch.tsx',
  'layout/choose-role.tsx',
  'layout/not-found.tsx',
  'layout/not-within-duty.tsx',
  'layout/signed-out.tsx',
] as const;

/** All folders that are loaded apart, and have sentences of their own. `developer` has no operations: one types them there. */
export const partFolders = [...roleFolders, 'developer'] as const;
