import type { Budget, Grant, Prohibition, RootFieldLine } from '../../../src/engine/policy/declaration/lines.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import type { DataCategory, Role } from '../../../src/engine/register.ts';
import { wordsOf } from '../../../src/engine/policy/declaration/vocabulary.ts';
import { vocabulary } from './vocabulary.ts';

const name = ['NAME', 'INITIALS'] as const;
const email = ['EMAIL', 'EMAIL_HINT'] as const;
const telephone = ['TELEPHONE', 'TELEPHONE_HINT'] as const;
const address = ['ADDRESS', 'LOCALITY'] as const;
const account = ['BALANCE', 'OVERDUE'] as const;
const ofMembers: readonly DataCategory[] = [
  ...name,
  'BIRTH_DATE',
  'AGE',
  ...email,
  ...telephone,
  ...address,
  'TEAM',
  'BOOKING',
  ...account,
  'HEALTH',
  'TRAINING',
];
const ofDoors: readonly DataCategory[] = ['DOOR', 'BADGE', 'MOVEMENT'];

function grant(
  [line, role, purpose, relationship]: readonly [string, Role, Grant['purpose'], Grant['relationship']],
  categories: readonly DataCategory[],
  clause: Grant['clause'],
  when?: Grant['when'],
): Grant {
  return { line, role, purpose, relationship, categories, ...(when && { when }), clause };
}

const grants: readonly Grant[] = [
  grant(['member-self', 'MEMBER', 'OWN_AFFAIRS', 'SELF'], ['EXISTENCE', ...ofMembers, 'ACCESS_HISTORY'], 'rights'),
  grant(
    ['parent', 'MEMBER', 'OWN_AFFAIRS', 'PARENT'],
    ['EXISTENCE', ...name, 'BIRTH_DATE', 'AGE', ...email, 'BOOKING', ...account],
    'rights',
  ),
  grant(['parent-address', 'MEMBER', 'OWN_AFFAIRS', 'PARENT'], address, 'rights', ['CARE_INCLUDES_ADDRESS', 'CAPTAIN_OF_THAT_TEAM']),
  grant(['teammate', 'MEMBER', 'OWN_AFFAIRS', 'TEAM'], ['EXISTENCE', ...name], 'access'),
  grant(['desk-search', 'RECEPTIONIST', 'RECEPTION', 'NONE'], ['EXISTENCE', ...name, 'AGE', 'EMAIL_HINT'], 'access'),
  grant(
    ['desk-service', 'RECEPTIONIST', 'RECEPTION', 'DESK'],
    ['EXISTENCE', ...name, 'AGE', ...email, ...address, 'TEAM', 'BOOKING'],
    'access',
  ),
  grant(['desk-dues', 'RECEPTIONIST', 'DUES', 'DESK'], ['EXISTENCE', ...name, 'BOOKING', ...account], 'access'),
  grant(['desk-age', 'RECEPTIONIST', 'AGE_CHECK', 'DESK'], ['EXISTENCE', ...name, 'BIRTH_DATE', 'AGE'], 'access'),
  grant(['coach-queue', 'COACH', 'COACHING', 'NONE'], ['STAFF_NAME'], 'coaching'),
  grant(
    ['coach-lesson', 'COACH', 'COACHING', 'TRAINEE'],
    ['EXISTENCE', ...name, ...email, ...telephone, 'TRAINING', 'STAFF_NAME'],
    'coaching',
  ),
  grant(['inquiry', 'SECRETARY', 'INQUIRIES', 'INQUIRY'], ['EXISTENCE', ...ofMembers, 'ACCESS_HISTORY', 'STAFF_NAME'], 'rights'),
  grant(['inquiry-staff', 'SECRETARY', 'INQUIRIES', 'NONE'], ['STAFF_NAME'], 'rights'),
  grant(['log-review', 'SECRETARY', 'LOG_REVIEW', 'NONE'], ['ACCESS_HISTORY', 'STAFF_NAME'], 'safeguards'),
  grant(
    ['squad-members', 'SECRETARY', 'LICENSING', 'NONE'],
    ['EXISTENCE', ...name, 'BIRTH_DATE', 'LOCALITY', ...account, 'HEALTH'],
    'federation',
  ),
  grant(['doors', 'CARETAKER', 'BUILDING_SAFETY', 'NONE'], ofDoors, 'doors'),
  grant(['staff', 'CHAIR', 'STAFFING', 'NONE'], ['STAFF_NAME'], 'safeguards'),
  grant(['federation-member', 'FEDERATION', 'COMPETITION', 'SQUAD'], ['EXISTENCE'], 'federation'),
  grant(['federation-categories', 'FEDERATION', 'COMPETITION', 'SQUAD'], ofMembers, 'federation', ['CATEGORY_NAMED']),
  grant(['insurer-member', 'INSURER', 'INSURANCE', 'SQUAD'], ['EXISTENCE'], 'insurance', ['CLAIM_OPEN']),
  grant(['insurer-claim', 'INSURER', 'INSURANCE', 'SQUAD'], [...name, 'BIRTH_DATE', 'AGE', ...address, 'OVERDUE', 'HEALTH'], 'insurance', [
    'CLAIM_OPEN',
    'CATEGORY_NAMED',
  ]),
];

const prohibitions: readonly Prohibition[] = [
  {
    line: 'no-training-for-organisations',
    categories: ['TRAINING'],
    roles: ['FEDERATION', 'INSURER'],
    unless: { purposes: ['COMPETITION'] },
    clause: 'coaching',
    because: 'training notes stay with the coaches',
  },
  {
    line: 'no-dues-for-coaches',
    categories: [...account, 'HEALTH', 'BIRTH_DATE'],
    roles: ['COACH'],
    clause: 'access',
    because: 'a lesson needs no balance, fitness or birth date',
  },
  {
    line: 'no-door-visits',
    categories: ofDoors,
    roles: wordsOf(vocabulary.roles).filter((role) => role !== 'CARETAKER'),
    clause: 'doors',
    because: 'the doors are for the caretaker',
  },
  {
    line: 'no-members-for-the-chair',
    categories: ['EXISTENCE', ...ofMembers, 'ACCESS_HISTORY'],
    roles: ['CHAIR'],
    clause: 'safeguards',
    because: 'giving roles needs nothing of members',
  },
  {
    line: 'unlisted',
    categories: [...address, ...telephone, 'TEAM'],
    when: ['UNLISTED'],
    unless: { purposes: ['COMPETITION'], relationships: ['SELF'], conditions: ['CAPTAIN_OF_THAT_TEAM'] },
    clause: 'safeguards',
    because: 'an unlisted member must not be found',
  },
  {
    line: 'no-telephone-at-the-desk',
    categories: telephone,
    roles: ['RECEPTIONIST'],
    clause: 'access',
    because: 'the member is at the desk',
  },
  { line: 'no-locker-codes', categories: ['LOCKER_CODE'], clause: 'lockers', because: 'nobody reads a locker code' },
  {
    line: 'squad-members-nothing-else',
    categories: ['AGE'],
    roles: ['SECRETARY'],
    purposes: ['LICENSING'],
    clause: 'federation',
    because: 'a squad needs the birth date',
  },
];

const people = ['Query.member', 'Query.members'];
const lessons = ['Query.lesson', 'Query.lessons'];
const inquiries = ['Query.inquiry', 'Query.inquiries'];
const log = ['Query.accessEntries', 'Query.disclosures'];

function line(
  role: RootFieldLine['role'],
  purposes: RootFieldLine['purposes'],
  scope: RootFieldLine['scope'],
  fields: readonly string[],
  clause: RootFieldLine['clause'],
  more: Pick<RootFieldLine, 'needs' | 'freshProof'> = {},
): RootFieldLine {
  return { fields, role, purposes, scope, ...more, clause };
}

const rootFields: readonly RootFieldLine[] = [
  line('ANYBODY', 'ANY', 'OPEN', ['Query.courses', 'Query.course'], 'openness'),
  line('ANYBODY', 'ANY', 'OPEN', ['Query.houseRules'], 'openness'),

  line('MEMBER', ['OWN_AFFAIRS'], 'SELF', ['Query.me'], 'rights'),
  line('MEMBER', ['OWN_AFFAIRS'], 'CIRCLE', people, 'rights'),
  line('MEMBER', ['OWN_AFFAIRS'], 'CARE', ['Query.accounts', ...lessons, ...inquiries, ...log], 'rights'),
  line('MEMBER', ['OWN_AFFAIRS'], 'CARE', ['Mutation.updateContact', 'Mutation.book', 'Mutation.fileInquiry'], 'rights'),
  line('MEMBER', ['OWN_AFFAIRS'], 'SELF', ['Mutation.askLesson'], 'coaching'),
  line('VISITOR', 'ANY', 'OPEN', ['Mutation.fileInquiry'], 'openness'),

  line('RECEPTIONIST', ['RECEPTION'], 'ALL', people, 'access'),
  line('RECEPTIONIST', ['DUES', 'AGE_CHECK'], 'DESK', people, 'access'),
  line('RECEPTIONIST', ['DUES'], 'DESK', ['Query.accounts'], 'access'),
  line('RECEPTIONIST', ['RECEPTION', 'DUES', 'AGE_CHECK'], 'DESK', ['Query.currentCase'], 'access'),
  line('RECEPTIONIST', ['RECEPTION', 'DUES', 'AGE_CHECK'], 'ALL', ['Mutation.startVisit'], 'access'),
  line('RECEPTIONIST', ['RECEPTION'], 'ALL', ['Mutation.checkCard', 'Mutation.confirmSignUp'], 'access'),
  line('RECEPTIONIST', ['RECEPTION', 'DUES'], 'DESK', ['Mutation.updateContact', 'Mutation.book'], 'access'),

  line('COACH', ['COACHING'], 'TRAINEE', people, 'coaching'),
  line('COACH', ['COACHING'], 'QUEUE', lessons, 'coaching'),
  line('COACH', ['COACHING'], 'TRAINEE', ['Query.currentCase', 'Mutation.askLesson'], 'coaching'),
  line('COACH', ['COACHING'], 'QUEUE', ['Mutation.assignLesson'], 'coaching'),

  line('SECRETARY', ['INQUIRIES'], 'INQUIRY', [...people, 'Query.accounts', ...lessons, 'Query.currentCase', ...log], 'rights'),
  line('SECRETARY', ['INQUIRIES'], 'QUEUE', [...inquiries, 'Mutation.assignInquiry', 'Mutation.answerInquiry'], 'rights'),
  line('SECRETARY', ['LOG_REVIEW'], 'ALL', log, 'safeguards'),
  line('SECRETARY', ['LICENSING'], 'ALL', [...people, 'Query.accounts', 'Query.squad', 'Query.squads'], 'federation'),
  line('SECRETARY', ['LICENSING'], 'ALL', ['Mutation.registerSquad', 'Mutation.approveSquad'], 'federation', { freshProof: true }),

  line('CARETAKER', ['BUILDING_SAFETY'], 'ALL', ['Query.doorVisits', 'Query.doorStatistics'], 'doors'),
  line('CHAIR', ['STAFFING'], 'ALL', ['Query.trainers'], 'safeguards'),

  line('FEDERATION', ['COMPETITION'], 'SQUAD', [...people, 'Query.squad'], 'federation'),
  line('FEDERATION', ['COMPETITION'], 'SQUAD', lessons, 'federation', { needs: 'TRAINING' }),
  line('INSURER', ['INSURANCE'], 'SQUAD', [...people, 'Query.squad'], 'insurance'),
  line('INSURER', ['INSURANCE'], 'SQUAD', ['Query.accounts'], 'insurance', { needs: 'OVERDUE' }),

  line('ANYBODY', 'ANY', 'OPEN', ['Query.purposeTexts'], 'safeguards'),
];

const missed = (perHour: number) => ({ MISSED_VISIT: { perHour, perDay: perHour * 4 } });

const budgets: readonly Budget[] = [
  {
    role: 'RECEPTIONIST',
    purposes: ['RECEPTION'],
    perHour: 500,
    perDay: 2_000,
    acts: { ...missed(20), CARD_CHECK: { perHour: 20, perDay: 60 }, SIGN_UP_CODE: { perHour: 10, perDay: 30 } },
    clause: 'safeguards',
  },
  { role: 'RECEPTIONIST', purposes: ['DUES'], perHour: 100, perDay: 400, acts: missed(20), clause: 'safeguards' },
  { role: 'RECEPTIONIST', purposes: ['AGE_CHECK'], perHour: 100, perDay: 400, acts: missed(60), clause: 'safeguards' },
  { role: 'COACH', purposes: ['COACHING'], perHour: 100, perDay: 400, clause: 'safeguards' },
  { role: 'SECRETARY', purposes: ['INQUIRIES', 'LICENSING'], perHour: 500, perDay: 1_000, clause: 'safeguards' },
  { role: 'SECRETARY', purposes: ['LOG_REVIEW'], perHour: 2_000, perDay: 10_000, clause: 'safeguards' },
  { role: 'CARETAKER', purposes: ['BUILDING_SAFETY'], perHour: 20, perDay: 40, clause: 'safeguards' },
  { role: 'CHAIR', purposes: ['STAFFING'], perHour: 500, perDay: 2_000, clause: 'safeguards' },
  { role: 'FEDERATION', purposes: ['COMPETITION'], perHour: 50, perDay: 100, clause: 'safeguards' },
  { role: 'INSURER', purposes: ['INSURANCE'], perHour: 10, perDay: 20, clause: 'safeguards' },
];

/** The policy of the club. */
export const clubPolicy: Policy = { grants, prohibitions, rootFields, budgets, vocabulary };
