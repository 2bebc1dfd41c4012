/** The folders of `src/` that hold the pages of one role each. A browser loads the code, operations and sentences of its own role alone. */
const roleFolders = ['resident', 'counter', 'helpdesk', 'privacy-office'] as const;

/** The folders of `src/` with operations: those of the roles, and what their pages share. */
export const operationFolders = [...roleFolders, 'elements'] as const;

/** What the first page of a resident is made of: its sentences are loaded at once, and those of the other pages with the first of them. */
export const firstOfResident = [
  'resident/printable/load-printable.tsx',
  'resident/my-information',
  'resident/pages.ts',
  'resident/printable/printable.tsx',
  'resident/purchases/balance.tsx',
] as const;

/** What all pages share and the first page of a resident does not show. Its sentences are loaded with whatever shows it. */
export const laterOfAll = [
  'elements/records/bought.tsx',
  'elements/states/case-ended.tsx',
  'elements/names/category-names.ts',
  'elements/forms/combo-box.tsx',
  'elements/forms/confirm-button.tsx',
  'elements/time/deadline-bar.tsx',
  'elements/forms/field.tsx',
  'elements/figures/figure.tsx',
  'elements/forms/form.tsx',
  'elements/lists/paged.tsx',
  'elements/records/payments.tsx',
  'elements/purposes/purpose-to-read.tsx',
  'elements/states/spent-budget.tsx',
  'elements/forms/use-passkey.tsx',
  'generated/names.ts',
  'layout/capacity-switch.tsx',
  'layout/choose-role.tsx',
  'layout/not-found.tsx',
  'layout/not-within-duty.tsx',
  'layout/signed-out.tsx',
] as const;

/** All folders that are loaded apart, and have sentences of their own. `developer` has no operations: one types them there. */
export const partFolders = [...roleFolders, 'developer'] as const;
