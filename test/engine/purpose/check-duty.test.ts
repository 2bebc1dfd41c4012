import { beforeEach, expect, test } from '@jest/globals';
import type { Duties, Duty } from '../../../src/engine/application.ts';
import { checkDuty } from '../../../src/engine/purpose/declare-purpose.ts';
import { anonymousPrincipal, type Principal } from '../../../src/engine/purpose/principal.ts';
import type { Purpose } from '../../../src/engine/register.ts';
import type { Reader } from '../../../src/engine/rows/reader.ts';
import { clubPolicy } from '../club/policy.ts';

const records: Readonly<Record<string, Duty>> = {
  reviewer: { reviewsLog: true, onRecord: false },
  reviewingMember: { reviewsLog: true, onRecord: true },
  secretary: { reviewsLog: false, onRecord: false },
  secretaryAndMember: { reviewsLog: false, onRecord: true },
};
/** How often a duty was read. */
let reads = 0;
beforeEach(() => {
  reads = 0;
});
const duties: Duties = {
  read: async (_reader, id) => {
    reads += 1;
    return records[id ?? ''] ?? { reviewsLog: false, onRecord: false };
  },
};

function secretary(id: string): Principal {
  return { id, role: 'SECRETARY', partner: false, tokenPurposes: [], authorityId: undefined, caseId: undefined };
}

const named = ['INQUIRIES', 'LICENSING'] as const;
const check = (who: Principal, purpose: Purpose | undefined) => checkDuty({ policy: clubPolicy, duties }, who, purpose, {} as Reader);
const refused = (code: string) => expect.objectContaining({ code });

test('an employee who reviews the log has no other purpose', async () => {
  await check(secretary('reviewer'), 'LOG_REVIEW');
  for (const purpose of named) await expect(check(secretary('reviewer'), purpose)).rejects.toEqual(refused('DUTIES_SEPARATED'));
});

test('an employee who does not review the log has every other purpose', async () => {
  for (const id of ['secretary', 'stranger']) {
    for (const purpose of named) await check(secretary(id), purpose);
    await expect(check(secretary(id), 'LOG_REVIEW')).rejects.toEqual(refused('DUTIES_SEPARATED'));
  }
});

test('a data subject does not review the log, and may have every other purpose', async () => {
  for (const id of ['reviewingMember', 'secretaryAndMember']) {
    await expect(check(secretary(id), 'LOG_REVIEW')).rejects.toEqual(refused('REVIEWER_ON_RECORD'));
  }
  await check(secretary('secretaryAndMember'), 'INQUIRIES');
  await expect(check(secretary('reviewingMember'), 'INQUIRIES')).rejects.toEqual(refused('DUTIES_SEPARATED'));
});

test('an operation without a purpose, and a role that cannot review the log, read nothing', async () => {
  await check(secretary('reviewer'), undefined);
  await check(anonymousPrincipal(clubPolicy), undefined);
  await check({ ...secretary('reviewer'), role: 'COACH' }, 'COACHING');
  await check({ ...secretary('secretary'), role: 'COACH' }, 'LOG_REVIEW');
  expect(reads).toBe(0);
  await check(secretary('reviewer'), 'LOG_REVIEW');
  expect(reads).toBe(1);
});
