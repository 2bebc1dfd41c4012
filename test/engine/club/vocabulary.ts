import { wordsOf, type Vocabulary } from '../../../src/engine/policy/declaration/vocabulary.ts';

const purposes: Vocabulary['purposes'] = {
  OWN_AFFAIRS: { term: 'club:OwnAffairs', sentence: 'managing one’s own affairs' },
  RECEPTION: { term: 'club:Reception', sentence: 'serving at the desk' },
  DUES: { term: 'club:Dues', sentence: 'collecting dues' },
  AGE_CHECK: { term: 'club:AgeCheck', sentence: 'checking an age' },
  COACHING: { term: 'club:Coaching', sentence: 'giving a lesson' },
  INQUIRIES: { term: 'club:Inquiries', sentence: 'answering an inquiry' },
  LOG_REVIEW: { term: 'club:LogReview', sentence: 'reviewing who looked at what' },
  LICENSING: { term: 'club:Licensing', sentence: 'registering a squad' },
  BUILDING_SAFETY: { term: 'club:BuildingSafety', sentence: 'keeping the building safe' },
  STAFFING: { term: 'club:Staffing', sentence: 'giving roles' },
  COMPETITION: { term: 'club:Competition', sentence: 'running a competition' },
  INSURANCE: { term: 'club:Insurance', sentence: 'settling a claim' },
};

const staff = { heldBy: 'EMPLOYEE', isCounted: true, acknowledges: true, provesFreshly: true, needsPasskey: false } as const;
const outside = { heldBy: 'ORGANISATION', isCounted: true, acknowledges: false, provesFreshly: false, needsPasskey: false } as const;

const roles: Vocabulary['roles'] = {
  VISITOR: {
    noun: 'a visitor',
    heldBy: 'NOBODY',
    isCounted: false,
    acknowledges: false,
    provesFreshly: false,
    needsPasskey: false,
  },
  MEMBER: {
    noun: 'a member',
    heldBy: 'DATA_SUBJECT',
    isCounted: false,
    acknowledges: false,
    provesFreshly: true,
    needsPasskey: false,
    usualPurpose: 'OWN_AFFAIRS',
  },
  RECEPTIONIST: { noun: 'a receptionist', ...staff },
  COACH: { noun: 'a coach', ...staff },
  SECRETARY: {
    noun: 'a secretary',
    ...staff,
    needsPasskey: true,
    sensitive: { because: 'reads every record', clause: 'safeguards' },
  },
  CARETAKER: { noun: 'a caretaker', ...staff, sensitive: { because: 'sees who came and went', clause: 'doors' } },
  CHAIR: { noun: 'the chair', ...staff, sensitive: { because: 'gives roles', clause: 'safeguards' } },
  FEDERATION: {
    noun: 'the federation',
    ...outside,
    organisation: { purpose: 'COMPETITION', authorityKind: 'SQUAD_LIST', approvals: 1, budget: { perHour: 50, perDay: 100 } },
  },
  INSURER: {
    noun: 'an insurer',
    ...outside,
    organisation: { purpose: 'INSURANCE', authorityKind: 'CONTRACT', approvals: 1, budget: { perHour: 10, perDay: 20 } },
  },
};

const categories: Vocabulary['categories'] = {
  EXISTENCE: { term: 'club:Existence', label: 'that the person is a member', isIdentifier: true },
  NAME: { term: 'pd:Name', label: 'name', hints: ['INITIALS'] },
  INITIALS: { term: 'pd:Name', label: 'initials' },
  BIRTH_DATE: { term: 'pd:BirthDate', label: 'birth date', hints: ['AGE'] },
  AGE: { term: 'pd:Age', label: 'age band' },
  EMAIL: { term: 'pd:EmailAddress', label: 'email address', hints: ['EMAIL_HINT'] },
  EMAIL_HINT: { term: 'pd:EmailAddress', label: 'email hint' },
  TELEPHONE: { term: 'pd:TelephoneNumber', label: 'telephone number', hints: ['TELEPHONE_HINT'] },
  TELEPHONE_HINT: { term: 'pd:TelephoneNumber', label: 'telephone hint' },
  ADDRESS: { term: 'pd:PhysicalAddress', label: 'address', hints: ['LOCALITY'] },
  LOCALITY: { term: 'pd:PhysicalAddress', label: 'town' },
  TEAM: { term: 'club:Team', label: 'team' },
  BOOKING: { term: 'club:Booking', label: 'bookings' },
  BALANCE: { term: 'pd:Transaction', label: 'balance' },
  OVERDUE: { term: 'pd:Transaction', label: 'overdue amount' },
  HEALTH: { term: 'pd:Health', label: 'fitness to play' },
  TRAINING: { term: 'club:Training', label: 'training notes' },
  DOOR: { term: 'club:Door', label: 'door' },
  BADGE: { term: 'club:Badge', label: 'badge' },
  MOVEMENT: { term: 'club:Movement', label: 'coming and going' },
  LOCKER_CODE: { term: 'pd:Password', label: 'locker code' },
  ACCESS_HISTORY: { term: 'club:AccessHistory', label: 'who looked' },
  STAFF_NAME: { term: 'pd:Name', label: 'trainer’s name', isOfEmployee: true },
};

const relationships: Vocabulary['relationships'] = {
  SELF: { genitive: 'of themselves', noun: 'their own record' },
  PARENT: { genitive: 'of a child in their care', noun: 'a child in the reader’s care' },
  TEAM: { genitive: 'of a member of their team', noun: 'a member of the same team' },
  DESK: { genitive: 'of a member at the desk', noun: 'a member at the desk' },
  TRAINEE: { genitive: 'of a member whom they train', noun: 'a member whom the reader trains' },
  INQUIRY: { genitive: 'of a member whose inquiry they answer', noun: 'a member whose inquiry the reader answers' },
  SQUAD: { genitive: 'of a member of their squad', noun: 'a member of the squad' },
  NONE: { genitive: 'of a member without any relationship', noun: 'anybody' },
};

const particular = ['SELF', 'CARE', 'CIRCLE', 'DESK', 'TRAINEE', 'INQUIRY', 'SQUAD'] as const;
const scopes: Vocabulary['scopes'] = {
  OPEN: {
    rows: 'everything, since nothing in it is personal',
    extent: 'every row; none holds personal data',
    relationships: [],
    holds: [],
    subjects: 'NONE',
  },
  ALL: { rows: 'all rows', extent: 'every row', relationships: undefined, holds: [...particular, 'QUEUE'], subjects: 'ALL' },
  QUEUE: {
    rows: 'the rows of the queue',
    extent: 'every row of the queue',
    relationships: undefined,
    holds: [...particular, 'ALL'],
    subjects: 'HIDDEN',
  },
  SELF: { rows: 'their own rows', extent: 'those of themselves', relationships: ['SELF'], holds: [], subjects: 'RELATED' },
  CARE: {
    rows: 'the rows of themselves and their children',
    extent: 'those of themselves and of their children',
    relationships: ['SELF', 'PARENT'],
    holds: ['SELF'],
    subjects: 'RELATED',
  },
  CIRCLE: {
    rows: 'the rows of themselves, their children and their team',
    extent: 'those of themselves, their children and their team',
    relationships: ['SELF', 'PARENT', 'TEAM'],
    holds: ['SELF', 'CARE'],
    subjects: 'RELATED',
  },
  DESK: {
    rows: 'the rows of the visit',
    extent: 'those of the visiting member',
    isOfCase: true,
    relationships: ['DESK'],
    holds: [],
    subjects: 'RELATED',
  },
  TRAINEE: {
    rows: 'the rows of the trainee',
    extent: 'those of the trainee',
    isOfCase: true,
    relationships: ['TRAINEE'],
    holds: [],
    subjects: 'RELATED',
  },
  INQUIRY: {
    rows: 'the rows of the open inquiry',
    extent: 'those of the inquiry that is the case',
    isOfCase: true,
    relationships: ['INQUIRY'],
    holds: [],
    subjects: 'RELATED',
  },
  SQUAD: { rows: 'the rows of the squad', extent: 'those of the squad', relationships: ['SQUAD'], holds: [], subjects: 'RELATED' },
};

const conditions: Vocabulary['conditions'] = {
  CARE_INCLUDES_ADDRESS: 'the care includes the address',
  CLAIM_OPEN: 'the claim is open',
  CATEGORY_NAMED: 'the authority names the category',
  UNLISTED: 'the member is unlisted',
  CAPTAIN_OF_THAT_TEAM: 'the principal is the captain of the member’s team',
};

const acts: Vocabulary['acts'] = {
  MISSED_VISIT: {
    field: 'Mutation.startVisit',
    heading: 'not served',
    does: 'begin visits with {} and not serve them',
    counted: 'members',
  },
  CARD_CHECK: { field: 'Mutation.checkCard', heading: 'card checks', does: 'make {}', counted: 'checks of cards' },
  SIGN_UP_CODE: { field: 'Mutation.confirmSignUp', heading: 'sign-ups', does: 'confirm {}', counted: 'codes to sign up' },
};

const clauses: Vocabulary['clauses'] = {
  access: { from: '1' },
  safeguards: { from: '1' },
  rights: { from: '1' },
  openness: { from: '1' },
  coaching: { from: '1' },
  lockers: { from: '1' },
  federation: { from: '1' },
  insurance: { from: '1' },
  doors: { from: '2' },
};

const { doors, ...first } = {
  access: 'Staff see what their task needs.',
  safeguards: 'Each look is recorded.',
  rights: 'Members see what is on record.',
  openness: 'Courses are open to everybody.',
  coaching: 'A coach sees the members of a lesson.',
  lockers: 'Nobody reads a locker code.',
  federation: 'The federation sees the squads.',
  insurance: 'The insurer sees open claims.',
  doors: 'The doors record who comes and goes.',
};

/** The words of the club's policy, and what they mean to the engine. */
export const vocabulary: Vocabulary = {
  roles,
  purposes,
  categories,
  relationships,
  scopes,
  conditions,
  acts,
  clauses,
  reviewPurpose: 'LOG_REVIEW',
  authorities: [{ act: 'Statutes of the club' }],
  authorityFields: ['Mutation.registerSquad', 'Mutation.approveSquad'],
  accounts: {
    claims: { codeHours: 24, contactDays: 30, contestDays: 14 },
    contacts: { hours: 48, asksPerDay: { SELF: 8, GUARDIAN: 8, EMPLOYEE: 120 }, mailsPerDay: 4, mailsPerAsker: 3 },
    independenceDays: 14,
  },
  logRetention: { years: 3, clause: 'rights', authority: 'Statutes of the club', sentence: 'The club keeps the log for three years.' },
  statements: [
    { version: '1', effectiveFrom: '2018-01-01', clauses: first },
    { version: '2', effectiveFrom: '2024-01-01', clauses: { ...first, doors } },
  ],
  independence: 'Two members of the board approve nothing together if one brought in the other.',
  notes: [{ heading: 'What opens a locker', paragraphs: ['A code that the member chose.'] }],
  files: {
    schema: 'test/engine/club/vocabulary.graphql',
    words: 'test/engine/club/vocabulary.ts',
    categories: 'test/engine/club/vocabulary.ts',
    conditions: 'test/engine/club/vocabulary.ts',
    clauses: 'test/engine/club/vocabulary.ts',
    rootFields: 'test/engine/club/policy.ts',
    policy: 'test/engine/club/policy.ts',
  },
  matrixCommand: 'node test/engine/club/write-matrix.ts',
};

export const allRoles = wordsOf(roles);
export const allPurposes = wordsOf(purposes);
export const allRelationships = wordsOf(relationships);
export const allCategories = wordsOf(categories);
export const allScopes = wordsOf(scopes);
export const allConditions = wordsOf(conditions);
