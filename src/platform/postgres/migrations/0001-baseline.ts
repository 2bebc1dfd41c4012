import type { RoleNames } from '../role-names.ts';
import { accessLog } from './0001-baseline/access-log.ts';
import { accessLogViews } from './0001-baseline/access-log-views.ts';
import { addressProtection } from './0001-baseline/address-protection.ts';
import { cases } from './0001-baseline/cases.ts';
import { eraseOpening } from './0001-baseline/erase-opening.ts';
import { logMonths } from './0001-baseline/log-months.ts';
import { privileges } from './0001-baseline/privileges.ts';
import { readBudgets } from './0001-baseline/read-budgets.ts';
import { residents } from './0001-baseline/residents.ts';
import { anonymousSenders } from './0001-baseline/anonymous-senders.ts';
import { webVisits } from './0001-baseline/web-visits.ts';

/** The whole schema as of the first release. */
export function baseline(roles: RoleNames): string {
  return [
    residents,
    cases,
    addressProtection,
    webVisits,
    accessLog,
    accessLogViews,
    eraseOpening,
    logMonths,
    readBudgets,
    anonymousSenders,
    privileges(roles),
  ].join('\n');
}
