// In the statement's table, R is a value with its hints, and H is the hint alone.
export const name = ['NAME', 'INITIALS'] as const;
export const email = ['EMAIL', 'EMAIL_HINT'] as const;
export const telephone = ['TELEPHONE', 'TELEPHONE_HINT'] as const;
export const contactDetails = [...email, ...telephone] as const;
export const address = ['ADDRESS', 'LOCALITY'] as const;
export const contactHints = ['EMAIL_HINT', 'TELEPHONE_HINT'] as const;
export const account = ['BALANCE', 'OVERDUE'] as const;
