import type { ClaimMail, IdentityWording } from './wording.ts';

/** The texts about the claim of a record. */
export const frenchClaims: Pick<IdentityWording, 'contestRequest'> & {
  readonly accountMails: Pick<IdentityWording['accountMails'], 'CLAIM_SECOND_PART' | ClaimMail>;
} = {
  contestRequest:
    'Un compte a été relié à mon dossier, ou est sur le point de l’être, et ce n’était pas moi. Veuillez chercher qui c’était. Si un compte est relié, détachez-le de mon dossier.',
  accountMails: {
    CLAIM_ISSUED: {
      subject: 'Un code pour votre dossier a été remis',
      text: 'Un comptoir de la municipalité a remis un code qui relie un compte à votre dossier. Un deuxième membre du personnel doit le confirmer\u00a0: cette adresse figure à votre dossier depuis trop peu de temps pour recevoir le deuxième code.\n\nSi vous n’étiez pas au comptoir, ouvrez tout de suite ce lien, et le code ne servira plus\u00a0:\n\n{link}\n\nIl peut servir dans les {days} jours. Vous pouvez aussi venir à un comptoir, ou écrire sans compte au bureau de la protection des renseignements personnels.\n',
    },
    CLAIM_SECOND_PART: {
      subject: 'Votre deuxième code',
      text: 'Un comptoir de la municipalité a remis un code qui relie un compte à votre dossier. Voici le deuxième code nécessaire\u00a0:\n\n{code}\n\nLes deux peuvent servir une fois, pendant une journée. Ne les donnez à personne, pas même au personnel.\n\nSi vous n’étiez pas au comptoir, ouvrez tout de suite ce lien, et les codes ne serviront plus\u00a0:\n\n{link}\n\nIl peut servir dans les {days} jours. Vous pouvez aussi venir à un comptoir, ou écrire sans compte au bureau de la protection des renseignements personnels.\n',
    },
    CLAIM_CONFIRMED: {
      subject: 'Le deuxième code pour une personne à votre comptoir',
      text: 'Vous avez confirmé l’identité d’une personne à qui un collègue a remis un code. Voici le deuxième code. Donnez-le à cette personne seulement\u00a0:\n\n{code}\n\nIl peut servir une fois, aussi longtemps que le code de votre collègue. Si vous n’avez confirmé personne, avertissez aussitôt le bureau de la protection des renseignements personnels.\n',
    },
    RECORD_CLAIMED: {
      subject: 'Un compte est relié à votre dossier',
      text: 'Un compte a été relié à votre dossier. Désormais, il voit votre dossier et agit en votre nom.\n\nSi ce n’était pas vous, ouvrez tout de suite ce lien. Le compte cesse alors d’agir en votre nom jusqu’à la décision du bureau de la protection des renseignements personnels\u00a0:\n\n{link}\n\nIl peut servir dans les {days} jours. Vous pouvez aussi venir à un comptoir, ou écrire sans compte à ce bureau.\n',
    },
    CLAIM_CONTESTED: {
      subject: 'Un compte n’agit plus en votre nom',
      text: 'Quelqu’un nous a dit que ce n’est pas vous qui avez relié un compte à votre dossier. Il n’agit plus en votre nom jusqu’à la décision du bureau de la protection des renseignements personnels, et il est déconnecté partout.\n\nSi c’est vous qui l’avez relié, venez à un comptoir avec une preuve d’identité. Si des codes pour votre dossier sont encore remis et que ce n’est pas vous, ouvrez ce lien\u00a0:\n\n{link}\n\nIl peut servir dans les {days} jours.\n',
    },
    CLAIM_UNDONE: {
      subject: 'Un compte a été détaché de votre dossier',
      text: 'Le bureau de la protection des renseignements personnels a détaché un compte de votre dossier. Il est déconnecté partout et ne voit plus votre dossier. Pour relier votre propre compte, venez à un comptoir demander un nouveau code.\n\nSi des codes pour votre dossier sont remis et que ce n’est pas vous, ouvrez ce lien\u00a0:\n\n{link}\n\nIl peut servir dans les {days} jours.\n',
    },
  },
};
