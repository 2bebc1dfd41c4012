import type { Wording } from './wording.ts';

/** Mails to senders without an account, in French. */
export const frenchSenderMails: Pick<Wording, 'codeMail' | 'requestMails'> = {
  codeMail: {
    subject: 'Votre code pour une question sur la protection des renseignements personnels',
    text: 'Votre code est {code}. Il peut servir une seule fois, dans les {minutes} minutes. Si vous demandez encore et ne recevez pas d’autre courriel, donnez le même code.\n\nQuelqu’un a donné cette adresse pour nous poser une question. Si ce n’était pas vous, ignorez ce message\u00a0: sans le code, rien n’est déposé.\n',
  },
  requestMails: {
    ANSWERED: {
      subject: 'Votre message {number} a reçu une réponse',
      text: 'Un responsable de la protection des renseignements personnels a répondu à votre message {number}. Lisez la réponse ici\u00a0:\n\n{link}\n\nLa page demande le code que vous avez reçu avec le numéro. Ce courriel ne contient rien de la réponse, afin que personne d’autre ne puisse la lire.\n\nSi la réponse ne vous aide pas, vous pouvez faire rouvrir le message sur la même page, dans les {days}\u00a0jours.\n',
    },
    REOPENED: {
      subject: 'Votre message {number} est rouvert',
      text: 'Un responsable de la protection des renseignements personnels a rouvert votre message {number}. Vous recevrez un courriel lorsqu’il y aura une autre réponse. Voyez d’ici quand, et ce qui a été écrit\u00a0:\n\n{link}\n\nLa page demande le code que vous avez reçu avec le numéro.\n',
    },
  },
};
