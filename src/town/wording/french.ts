import { frenchIdentified } from './french-identified.ts';
import { frenchSenderMails } from './french-sender-mails.ts';
import { frenchPublicPages } from './french-public-pages.ts';
import { frenchStatements } from './french-statements.ts';
import type { Wording } from './wording.ts';

/**
 * Canadian French. The terms are those of the Loi sur la protection des renseignements personnels and of its officials: renseignements
 * personnels, fin, communication, mandat, organisme.
 */
export const french: Wording = {
  reasons: {
    SELF_SERVICE: {
      SELF: 'La personne a consulté son propre dossier',
      GUARDIAN: 'Une tutrice ou un tuteur s’occupait des affaires de la personne, mineure et sous sa garde',
      HOUSEHOLD: 'Un adulte du même ménage gérait ses propres affaires et y a trouvé la personne',
      NONE: 'Quelqu’un d’autre gérait ses propres affaires et y a trouvé la personne',
    },
    SERVICE_PROVISION: {
      ENCOUNTER: 'Le service à la clientèle servait la personne, ou un adulte de son foyer, pour fournir un service demandé',
      NONE: 'Le service à la clientèle cherchait quelqu’un à servir, ou commençait à servir quelqu’un, pour fournir un service demandé',
    },
    PAYMENT: {
      ENCOUNTER: 'Le service à la clientèle servait la personne, ou un adulte de son foyer, pour recevoir ou expliquer un paiement',
      NONE: 'Le service à la clientèle commençait à servir quelqu’un, pour recevoir ou expliquer un paiement',
    },
    AGE_VERIFICATION: {
      ENCOUNTER: 'Le service à la clientèle servait la personne, ou un adulte de son foyer, pour vérifier un âge',
      NONE: 'Le service à la clientèle commençait à servir quelqu’un, pour vérifier un âge',
    },
    CUSTOMER_SUPPORT: {
      ASSIGNED_TICKET: 'Le centre d’assistance traitait la question de la personne',
      NONE: 'Le centre d’assistance consultait la liste de ses questions, et l’une d’elles venait de la personne',
    },
    RIGHTS_FULFILMENT: {
      OPEN_REQUEST: 'Le Bureau de la protection des renseignements personnels traitait la demande de la personne',
      NONE: 'Le Bureau de la protection des renseignements personnels consultait la liste des demandes, et l’une d’elles venait de la personne',
    },
    ACCESS_REVIEW: {
      NONE: 'Le Bureau de la protection des renseignements personnels examinait qui avait consulté quoi, et a vu la personne sous un pseudonyme',
    },
    MANDATE_ADMINISTRATION: {
      NONE: 'Le Bureau de la protection des renseignements personnels préparait ou vérifiait une communication que la loi autorise',
    },
    WEBSITE_SECURITY: {
      NONE: 'Le service de la sécurité protégeait le site Web et y a trouvé la personne',
    },
    STAFF_ADMINISTRATION: {
      NONE: 'L’administration du personnel gérait les rôles des membres du personnel',
    },
    MAINTENANCE: {
      MANDATE: 'Une entreprise entretenait le système',
      NONE: 'Une entreprise entretenait le système et y a trouvé la personne, sans ordre de travail à son sujet',
    },
    CREDIT_VERIFICATION: {
      MANDATE: 'Une agence d’évaluation du crédit vérifiait le crédit de la personne',
      NONE: 'Une agence d’évaluation du crédit vérifiait le crédit de quelqu’un d’autre et a trouvé la personne',
    },
    DEBT_COLLECTION: {
      MANDATE: 'Une agence de recouvrement recouvrait une dette en souffrance',
      NONE: 'Une agence de recouvrement recouvrait la dette de quelqu’un d’autre et a trouvé la personne',
    },
    LEGAL_DEMAND: {
      MANDATE: 'Un organisme chargé de l’application de la loi a exigé des renseignements sur la personne',
      NONE: 'Un organisme chargé de l’application de la loi a exigé des renseignements sur quelqu’un d’autre et a trouvé la personne',
    },
    CONTROL_AUDIT: {
      MANDATE: 'Un organisme de contrôle vérifiait qui avait consulté quoi, et a vu la personne sous un pseudonyme',
      NONE: 'Un organisme de contrôle menait une vérification chez nous et a trouvé la personne',
    },
  },
  identityChecked:
    'Le service à la clientèle a comparé au dossier de la personne ce que quelqu’un avait donné, pour confirmer de qui il s’agissait',
  claims: {
    ISSUED: 'Le service à la clientèle a remis un code qui relie un compte au dossier de la personne',
    CONFIRMED: 'Un deuxième membre du personnel a confirmé l’identité de la personne, pour qu’un compte puisse être relié au dossier',
    CONTESTED: 'La personne a dit au comptoir que quelqu’un d’autre avait relié un compte au dossier',
    UNDONE: 'Le bureau de la protection des renseignements personnels a détaché un compte du dossier de la personne',
  },
  erasures: {
    ERASURE_REQUEST: 'Inscriptions effacées de cet historique, parce que la personne l’a demandé : {entries}',
    COURT_ORDER: 'Inscriptions effacées de cet historique, parce qu’un tribunal l’a ordonné : {entries}',
    RECORDED_UNLAWFULLY: 'Inscriptions effacées de cet historique, parce que la loi ne permettait pas de les consigner : {entries}',
  },
  accountActs: {
    'sign-in': 'La personne s’est connectée',
    'sign-in-failed': 'Quelqu’un a essayé de se connecter au compte de la personne sans connaître le mot de passe',
    'sign-out': 'La personne s’est déconnectée',
    'sign-out-elsewhere': 'La personne a mis fin à une session dans un autre navigateur',
    'end-oldest-session': 'La personne s’est connectée si souvent que la session inutilisée depuis le plus longtemps a pris fin',
    'change-capacity': 'La personne a continué à un autre titre, par exemple comme résidente ou comme employée',
    'keep-signed-in': 'La personne a choisi de rester connectée',
    'stop-keeping-signed-in': 'La personne a choisi de ne plus rester connectée',
    'step-up': 'La personne a confirmé son identité',
    'step-up-failed': 'Quelqu’un a essayé de confirmer l’identité de la personne, sans succès',
    'register-account': 'La personne a créé un compte',
    'change-password': 'La personne a changé son mot de passe',
    'reset-password': 'La personne a choisi un nouveau mot de passe grâce au lien d’un courriel',
    'reset-credentials':
      'La personne a choisi un nouveau mot de passe avec un lien reçu par courriel, et a retiré les clés d’accès et les codes de récupération du compte',
    'change-email': 'La personne a changé l’adresse électronique de son compte',
    'add-passkey': 'La personne a ajouté une clé d’accès à son compte',
    'add-first-passkey':
      'La personne a ajouté la première clé d’accès à son compte, ce qui a déconnecté les autres navigateurs et applications',
    'remove-passkey': 'La personne a retiré une clé d’accès de son compte',
    'make-recovery-codes': 'La personne a créé de nouveaux codes de récupération',
    'use-recovery-code': 'La personne a utilisé un code de récupération',
    'prove-contact': 'Quelqu’un qui lit la boîte de réception a confirmé l’adresse de contact du dossier de la personne',
    'claim-record': 'Un compte a été relié au dossier de la personne, avec deux codes. Dès lors, il agit au nom de la personne',
    'refuse-claim': 'Le compte de la personne a demandé à être relié à un dossier, et le code a été refusé',
    'contest-claim':
      'Quelqu’un a dit, par le lien d’un courriel adressé à la personne, que ce n’est pas elle qui a relié un compte au dossier',
    'accept-invitation': 'La personne a accepté avec son compte une invitation à rejoindre le personnel',
    'accept-invitation-without-record':
      'La personne a accepté avec son compte une invitation à rejoindre le personnel, et a déclaré n’avoir aucun dossier de résident',
    'connect-own-record': 'La personne a relié son emploi à son dossier de résident',
    'invite-administrator': 'Un exploitant du système a invité la personne comme l’un des premiers responsables du personnel',
    'refuse-invitation': 'Le compte de la personne a voulu accepter une invitation à rejoindre le personnel, et le code a été refusé',
    'disable-account': 'La municipalité a désactivé le compte de la personne',
    'enable-account': 'La municipalité a réactivé le compte de la personne',
    'end-sessions': 'La municipalité a mis fin à toutes les sessions du compte de la personne',
    'remove-passkeys':
      'La municipalité a retiré toutes les clés d’accès et tous les codes de récupération du compte de la personne, et a mis fin à ses sessions',
    'issue-token': 'La personne a permis à une application d’agir en son nom',
    'renew-token': 'Une application qui agit au nom de la personne a renouvelé son accès',
    'refuse-token': 'Une application a demandé l’accès au compte de la personne et ne l’a pas obtenu',
    'revoke-token': 'Une application qui agissait au nom de la personne a rendu son accès',
    'reuse-token':
      'Quelqu’un a utilisé une deuxième fois un code ou un jeton d’une application, qui a donc perdu son accès au compte de la personne',
    'refuse-introspection': 'Quelqu’un a demandé quel accès une application a au compte de la personne, sans obtenir de réponse',
  },
  purposes: {
    SERVICE_PROVISION: 'fournir un service demandé',
    PAYMENT: 'recevoir ou expliquer un paiement',
    AGE_VERIFICATION: 'vérifier un âge',
    CUSTOMER_SUPPORT: 'répondre à une question posée au centre d’assistance',
    RIGHTS_FULFILMENT: 'répondre à une demande au sujet de renseignements personnels',
    ACCESS_REVIEW: 'examiner qui a consulté quoi',
    MANDATE_ADMINISTRATION: 'préparer une communication que la loi autorise',
    WEBSITE_SECURITY: 'protéger le site Web',
    STAFF_ADMINISTRATION: 'gérer les rôles des membres du personnel',
  },
  purposeText: {
    use: 'Cette fin sert à {purpose}, et à rien d’autre.',
    shown: 'Ce que vous pouvez voir de cette personne\u00a0: {fields}.',
    shownOfSome: 'De certaines personnes seulement\u00a0: {fields}.',
    promise: 'L’énoncé de confidentialité promet\u00a0: {clauses}',
    recorded: 'Chaque utilisation est inscrite à votre nom avant que vous ne voyiez quoi que ce soit, et elle est examinée.',
  },
  formerReason: 'Cette fin n’est plus en usage',
  needs: {
    ENCOUNTER: {
      open: 'au cours d’une rencontre qui a commencé le {opened} et qui n’est pas terminée',
      closed: 'au cours d’une rencontre qui a commencé le {opened} et qui s’est terminée le {closed}',
    },
    TICKET: {
      open: 'dans le cadre du billet {reference}, qui a été ouvert le {opened} et qui n’est pas fermé',
      closed: 'dans le cadre du billet {reference}, qui a été ouvert le {opened} et fermé le {closed}',
    },
    REQUEST: {
      open: 'dans le cadre de la demande {reference}, qui a été déposée le {opened} et qui attend une réponse',
      closed: 'dans le cadre de la demande {reference}, qui a été déposée le {opened} et fermée le {closed}',
    },
    // Each kind of mandate begins with a vowel: « un » or « une ».
    MANDATE: {
      open: 'en vertu d’{reference} en vigueur depuis le {opened}',
      closed: 'en vertu d’{reference} en vigueur du {opened} au {closed}',
    },
  },
  mandates: {
    WORK_ORDER: 'un ordre de travail',
    CREDIT_CHECK: 'une demande de vérification du crédit',
    DEBT_ASSIGNMENT: 'une cession de créance',
    COURT_ORDER: 'une ordonnance judiciaire',
    AUDIT_ENGAGEMENT: 'une mission de vérification',
  },
  formerMandate: 'un mandat antérieur',
  fields: {
    EXISTENCE: 'existence d’un dossier',
    CARD_NUMBER: 'numéro de carte',
    NAME: 'nom',
    INITIALS: 'initiales',
    BIRTH_DATE: 'date de naissance',
    AGE: 'tranche d’âge',
    EMAIL: 'adresse électronique',
    WAITING_EMAIL: 'adresse électronique qui attend son lien',
    EMAIL_HINT: 'indice de l’adresse électronique',
    TELEPHONE: 'numéro de téléphone',
    TELEPHONE_HINT: 'indice du numéro de téléphone',
    ADDRESS: 'adresse',
    LOCALITY: 'localité',
    HOUSEHOLD: 'ménage',
    HELD_SINCE: 'depuis quand le dossier est inchangé',
    PURCHASE: 'achats',
    BALANCE: 'solde',
    OVERDUE: 'montant en souffrance',
    CREDIT: 'vérification du crédit',
    SUPPORT_HISTORY: 'échanges avec le centre d’assistance',
    NETWORK_ADDRESS: 'adresse réseau',
    DEVICE: 'navigateur et plateforme',
    BROWSING: 'pages consultées',
    CREDENTIAL: 'mot de passe',
    ACCESS_HISTORY: 'qui a consulté le dossier',
    EMPLOYEE_IDENTITY: 'nom d’un membre du personnel',
    EMPLOYEE_ROLES: 'rôles d’un membre du personnel et leur révision',
    EMPLOYMENT: 'adresse professionnelle d’un membre du personnel et dates',
  },
  formerField: 'un renseignement qui n’est plus conservé',
  notices: {
    READS_CAN_BE_LEFT_OUT:
      'Lorsqu’un tribunal l’ordonne, les consultations faites pour l’application de la loi ne sont pas montrées avant une date que deux responsables ont approuvée. Ce qui est consulté pour préparer une communication est montré un jour plus tard. Ce qu’une personne mineure demande en confidence au centre d’assistance, et ce qu’elle demande au Bureau de la protection des renseignements personnels, n’est pas montré à ses tuteurs. Une liste peut donc omettre des consultations, et rien n’y indique si elle le fait.',
    USE_IS_RESTRICTED: 'N’utilisez ces renseignements qu’à la fin indiquée et gardez-les strictement confidentiels.',
  },
  statements: frenchStatements,
  publicPages: frenchPublicPages,
  identified: frenchIdentified,
  ...frenchSenderMails,
};
