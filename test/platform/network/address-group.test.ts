import { expect, test } from '@jest/globals';
import { addressGroup, addressSite } from '../../../src/platform/network/network-address.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::', '2001:db8:0:0'],
  ['2001:0db8::0001', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['192.0.2.7:5001', '192.0.2.7'],
  ['192.0.2.7%1', '192.0.2.7'],
  ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['0000:0000:0000:0000:0000:FFFF:C000:0207', '192.0.2.7'],
  ['[::ffff:192.0.2.7]:5001', '192.0.2.7'],
  ['[2001:db8:1:2::1]:5001', '2001:db8:1:2'],
  ['[2001:db8:1:2::1]', '2001:db8:1:2'],
  ['[fe80::1%eth0.7]:5001', 'fe80:0:0:0'],
])('the address %s is one client with %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});

test.each([
  ['2001:db8:1:2', '2001:db8:1'],
  ['0:0:0:0', '0:0:0'],
  ['192.0.2.7', '192.0.2.7'],
  ['unreadable', 'unreadable'],
])('the clients of %s are at the site %s', (group, site) => {
  expect(addressSite(group)).toBe(site);
});

test.each(['', 'unknown', 'a.town.example', '192.0.2.010', '192.0.2', '0xc0000207', '3221225991', '192.0.2.7:', '2001:db8::1::2', '[]:1'])(
  'an address that cannot be read, such as "%s", is no client of its own',
  (address) => {
    expect(addressGroup(address)).toBe('unreadable');
  },
);
