/**
 * The notice in every list of access entries (clauses `police` and `helpdesk`). All readers get it, whether or not entries are
 * sealed: a notice that appeared only with a seal would reveal the seal.
 */
export const sealNotice =
  'Where a court orders it, reads by law enforcement are not shown until a date that two officers have approved. What an officer looks up to prepare a disclosure is shown a day later. What a minor asks the helpdesk in confidence, and what a minor asks of the privacy officer, is not shown to guardians. So a list can leave out reads, and nothing in it tells whether it does.';
