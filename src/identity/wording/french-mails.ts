import { frenchClaims } from './french-claims.ts';
import type { IdentityWording } from './wording.ts';

/** The mails about accounts and invitations, in French. */
export const frenchMails: Omit<IdentityWording, 'owner' | 'problem' | 'pages'> = {
  contestRequest: frenchClaims.contestRequest,
  accountMails: {
    REGISTER: {
      subject: 'Votre nouveau compte',
      text: 'Ouvrez ce lien pour choisir le mot de passe de votre nouveau compte\u00a0:\n\n{link}\n\nIl peut servir une fois, dans les {hours} heures.\n\nQuelqu’un a donné cette adresse pour créer un compte. Si ce n’était pas vous, ignorez ce courriel\u00a0: sans le lien, il n’y a pas de compte.\n',
    },
    REGISTERED: {
      subject: 'Vous avez un compte',
      text: 'Quelqu’un a donné cette adresse pour créer un compte, mais elle en a déjà un. Si c’était vous et que vous avez oublié votre mot de passe, ouvrez ce lien pour en choisir un nouveau\u00a0:\n\n{link}\n\nIl peut servir une fois, dans les {hours} heures. Si ce n’était pas vous, ignorez ce courriel\u00a0: rien n’est changé.\n',
    },
    RESET: {
      subject: 'Votre nouveau mot de passe',
      text: 'Ouvrez ce lien pour choisir un nouveau mot de passe\u00a0:\n\n{link}\n\nIl peut servir une fois, dans les {hours} heures.\n\nQuelqu’un l’a demandé. Si ce n’était pas vous, ignorez ce courriel\u00a0: votre mot de passe reste le même.\n',
    },
    PASSWORD_CHANGED: {
      subject: 'Votre mot de passe a changé',
      text: 'Le mot de passe de votre compte a changé. Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe, et prévenez-nous.\n',
    },
    CHANGE_EMAIL: {
      subject: 'Votre nouvelle adresse',
      text: 'Ouvrez ce lien pour vous connecter désormais avec cette adresse\u00a0:\n\n{link}\n\nIl peut servir une fois, dans les {hours} heures.\n\nLa personne à qui appartient un compte a donné cette adresse. Si ce n’était pas vous, ignorez ce courriel\u00a0: sans le lien, rien n’est changé.\n',
    },
    OLD_EMAIL: {
      subject: 'Une autre adresse pour votre compte',
      text: 'Ouvrez ce lien pour donner une autre adresse électronique à votre compte\u00a0:\n\n{link}\n\nOuvrez-le dans le navigateur où vous l’avez demandé. Il peut servir une fois, dans les {hours} heures.\n\nQuelqu’un qui s’est connecté à votre compte l’a demandé. Si ce n’était pas vous, n’ouvrez pas le lien\u00a0: quelqu’un d’autre connaît votre mot de passe. Demandez tout de suite un nouveau mot de passe.\n',
    },
    FIRST_PASSKEY: {
      subject: 'Votre première clé d’accès',
      text: 'Ouvrez ce lien pour ajouter la première clé d’accès à votre compte\u00a0:\n\n{link}\n\nOuvrez-le dans le navigateur où vous l’avez demandé. Il peut servir une fois, dans les {hours} heures.\n\nQuelqu’un qui s’est connecté à votre compte l’a demandé. Si ce n’était pas vous, n’ouvrez pas le lien\u00a0: quelqu’un d’autre connaît votre mot de passe. Demandez tout de suite un nouveau mot de passe.\n',
    },
    ...frenchClaims.accountMails,
    EMAIL_TAKEN: {
      subject: 'Cette adresse a un compte',
      text: 'Quelqu’un a voulu se connecter à un autre compte avec cette adresse, mais elle en a déjà un. Si c’était vous, connectez-vous avec cette adresse ou choisissez-en une autre. Si ce n’était pas vous, ignorez ce courriel\u00a0: rien n’est changé.\n',
    },
    EMAIL_CHANGED: {
      subject: 'Votre compte a une autre adresse',
      text: 'Désormais, vous vous connectez à votre compte avec une autre adresse, et les courriels y sont envoyés. Si ce n’était pas vous, prévenez-nous tout de suite\u00a0: nous fermons le compte jusqu’à ce qu’il soit de nouveau à vous.\n',
    },
    PASSKEY_ADDED: {
      subject: 'Votre compte a une nouvelle clé d’accès',
      text: 'Une clé d’accès a été ajoutée à votre compte. Elle permet désormais de s’y connecter. Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe, et prévenez-nous aussitôt\u00a0: nous retirons les clés d’accès du compte.\n',
    },
    PASSKEY_REMOVED: {
      subject: 'Une clé d’accès de votre compte a été retirée',
      text: 'Une clé d’accès de votre compte a été retirée, et tous les navigateurs et toutes les applications ont été déconnectés. Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe, et prévenez-nous aussitôt.\n',
    },
    RECOVERY_CODES_MADE: {
      subject: 'Votre compte a de nouveaux codes de récupération',
      text: 'De nouveaux codes de récupération ont été créés pour votre compte, et les anciens ne servent plus. Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe, et prévenez-nous aussitôt\u00a0: nous les retirons.\n',
    },
    RECORD_CONNECTED: {
      subject: 'Votre compte montre maintenant un dossier',
      text: 'Votre compte a été relié à un dossier chez nous. Tous les navigateurs et toutes les applications ont été déconnectés, et les clés d’accès et codes de récupération d’avant ont été retirés\u00a0: connectez-vous avec votre mot de passe, puis ajoutez-les de nouveau. Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe, et prévenez-nous aussitôt.\n',
    },
    CONTACT: {
      subject: 'Confirmer votre adresse de contact',
      text: 'Quelqu’un a donné cette adresse pour un dossier au service des loisirs. Si elle est à vous ou à votre famille et que vous voulez que nous y écrivions, ouvrez ce lien\u00a0:\n\n{link}\n\nIl peut servir une fois, dans les {hours} heures.\n\nSi cela ne vous dit rien, ignorez ce courriel. Sans le lien, l’adresse n’est pas confirmée.\n',
    },
    CONTACT_CHANGING: {
      subject: 'Quelqu’un a donné une autre adresse de contact',
      text: 'Quelqu’un a donné une autre adresse électronique pour votre dossier. Elle remplacera celle du dossier dès que sera ouvert un lien que nous y avons envoyé.\n\nSi vous ne l’avez pas demandé, prévenez-nous tout de suite\u00a0: venez au comptoir, ou écrivez au bureau de la vie privée. N’attendez pas que ce soit fait.\n',
    },
    CONTACT_CHANGED: {
      subject: 'Votre adresse de contact a été changée',
      text: 'L’adresse électronique de votre dossier a été changée ou retirée. Nous n’écrivons plus à celle qui y était.\n\nSi vous ne l’avez pas demandé, prévenez-nous tout de suite\u00a0: venez au comptoir, ou écrivez au bureau de la vie privée. Votre page «\u00a0Consultations\u00a0» montre quand c’était.\n',
    },
    STAFF_JOINED: {
      subject: 'Votre compte sert maintenant au travail',
      text: 'Une invitation à rejoindre notre personnel a été acceptée avec votre compte. Tous les navigateurs et toutes les applications ont été déconnectés, et les clés d’accès et codes de récupération d’avant ont été retirés\u00a0: connectez-vous avec votre mot de passe, puis ajoutez-les de nouveau. Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe, et prévenez-nous aussitôt.\n',
    },
  },
  mailedPasskeys: {
    ended: 'Ces clés d’accès ne permettent plus de se connecter\u00a0:',
    kept: 'Ces clés d’accès permettent de se connecter au compte\u00a0:',
  },
  invitationMail: {
    subject: 'Votre invitation à rejoindre le personnel',
    text: 'Vous êtes invité à travailler avec les dossiers de la municipalité. Inscrivez-vous avec cette adresse si vous n’avez pas encore de compte, et ouvrez cette page\u00a0:\n\n{page}\n\nVotre code est {code}. Il sert une seule fois, pendant {days} jours.\n\nNe le donnez à personne\u00a0: aucun collègue ni responsable du personnel n’en a besoin.\n',
  },
};
