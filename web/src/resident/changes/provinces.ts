import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

/** The provinces and territories of Canada, Alberta first, with the codes of Canada Post. */
export const provinces: readonly { readonly code: string; readonly name: MessageDescriptor }[] = [
  { code: 'AB', name: msg`Alberta` },
  { code: 'BC', name: msg`British Columbia` },
  { code: 'MB', name: msg`Manitoba` },
  { code: 'NB', name: msg`New Brunswick` },
  { code: 'NL', name: msg`Newfoundland and Labrador` },
  { code: 'NS', name: msg`Nova Scotia` },
  { code: 'NT', name: msg`Northwest Territories` },
  { code: 'NU', name: msg`Nunavut` },
  { code: 'ON', name: msg`Ontario` },
  { code: 'PE', name: msg`Prince Edward Island` },
  { code: 'QC', name: msg`Quebec` },
  { code: 'SK', name: msg`Saskatchewan` },
  { code: 'YT', name: msg`Yukon` },
];
