type CaseScope = 'DESK' | 'TRAINEE' | 'INQUIRY';
type ClubAct = 'MISSED_VISIT' | 'CARD_CHECK' | 'SIGN_UP_CODE';

declare module '../../../src/engine/register.ts' {
  /** The words of the club, which the tests of the engine use as their application. */
  interface Register {
    readonly role: 'VISITOR' | 'MEMBER' | 'RECEPTIONIST' | 'COACH' | 'SECRETARY' | 'CARETAKER' | 'CHAIR' | 'FEDERATION' | 'INSURER';
    readonly purpose:
      | 'OWN_AFFAIRS'
      | 'RECEPTION'
      | 'DUES'
      | 'AGE_CHECK'
      | 'COACHING'
      | 'INQUIRIES'
      | 'LOG_REVIEW'
      | 'LICENSING'
      | 'BUILDING_SAFETY'
      | 'STAFFING'
      | 'COMPETITION'
      | 'INSURANCE';
    readonly category:
      | 'EXISTENCE'
      | 'NAME'
      | 'INITIALS'
      | 'BIRTH_DATE'
      | 'AGE'
      | 'EMAIL'
      | 'EMAIL_HINT'
      | 'TELEPHONE'
      | 'TELEPHONE_HINT'
      | 'ADDRESS'
      | 'LOCALITY'
      | 'TEAM'
      | 'BOOKING'
      | 'BALANCE'
      | 'OVERDUE'
      | 'HEALTH'
      | 'TRAINING'
      | 'DOOR'
      | 'BADGE'
      | 'MOVEMENT'
      | 'LOCKER_CODE'
      | 'ACCESS_HISTORY'
      | 'STAFF_NAME';
    readonly relationship: 'SELF' | 'PARENT' | 'TEAM' | CaseScope | 'SQUAD' | 'NONE';
    readonly scope: 'OPEN' | 'ALL' | 'QUEUE' | 'SELF' | 'CARE' | 'CIRCLE' | CaseScope | 'SQUAD';
    readonly condition: 'CARE_INCLUDES_ADDRESS' | 'CLAIM_OPEN' | 'CATEGORY_NAMED' | 'UNLISTED' | 'CAPTAIN_OF_THAT_TEAM';
    readonly act: ClubAct;
    readonly clause: 'access' | 'safeguards' | 'rights' | 'openness' | 'coaching' | 'lockers' | 'federation' | 'insurance' | 'doors';
  }
}

declare module '../../../src/platform/errors/error-reasons.ts' {
  interface OwnReasons {
    readonly reason: ClubAct | 'VISIT_ENDED';
  }
}
