import { frenchAccountPages } from './french-account-pages.ts';
import type { PageWording } from './page-wording.ts';

export const frenchPages: PageWording = {
  shared: {
    email: 'Adresse électronique',
    password: 'Mot de passe',
    cancel: 'Annuler',
    notSignedIn: 'L’adresse électronique et le mot de passe ne concordent pas. Vérifiez-les, puis réessayez.',
    waitOneMinute: 'Il y a eu trop de tentatives. Réessayez dans une minute.',
    waitMinutes: 'Il y a eu trop de tentatives. Réessayez dans {minutes} minutes.',
  },
  signIn: {
    title: 'Se connecter',
    text: 'Vous ouvrez une session pour {app}.',
    submit: 'Se connecter',
    or: 'ou',
    passkey: 'Se connecter avec une clé d’accès',
    register: 'Créer un compte',
    forgotten: 'Mot de passe oublié?',
  },
  usePasskey: {
    title: 'Utiliser votre clé d’accès',
    text: 'Votre appareil demande votre empreinte digitale, votre visage ou un NIP.',
    submit: 'Utiliser la clé d’accès',
    back: 'Se connecter autrement',
    refused: 'Cette clé d’accès n’a pas été acceptée. Réessayez, ou connectez-vous autrement.',
    failed: 'Votre appareil n’a donné aucune clé d’accès. Réessayez, ou connectez-vous autrement.',
    noScript: 'Les clés d’accès ont besoin de JavaScript. Autorisez-le pour cette page, ou connectez-vous autrement.',
  },
  passkeyNeeded: {
    title: 'Une clé d’accès est nécessaire',
    text: 'Ce que {app} demande exige une connexion avec une clé d’accès; un mot de passe ne suffit pas.',
    submit: 'Se connecter avec une clé d’accès',
    none: 'Pas encore de clé d’accès?',
    add: 'Ajoutez-en une à votre compte',
    afterwards: 'Recommencez ensuite dans l’application.',
  },
  consent: {
    title: 'Laisser {app} agir pour vous?',
    text: '{app} pourra faire ce que vous pouvez faire ici, jusqu’à ce que vous vous en déconnectiez ou que vous retiriez cet accord.',
    actAs: 'Vous agissez à titre de',
    allow: 'Autoriser',
  },
  roles: {
    RESIDENT: 'résident ou résidente',
    CUSTOMER_SERVICE: 'personnel du service à la clientèle',
    SUPPORT: 'personnel du centre d’assistance',
    PRIVACY_OFFICER: 'responsable de la protection des renseignements personnels',
    SECURITY: 'personnel de la sécurité',
    STAFF_ADMINISTRATOR: 'responsable du personnel',
  },
  error: { title: 'Cette connexion ne peut pas continuer', text: 'Retournez dans l’application, puis recommencez.' },
  links: {
    REGISTER: {
      title: 'Créer un compte',
      text: 'Nous envoyons un lien à votre adresse électronique. Il vous permet de choisir un mot de passe.',
    },
    RESET: {
      title: 'Choisir un nouveau mot de passe',
      text: 'Nous envoyons un lien à votre adresse électronique. Il vous permet de choisir un nouveau mot de passe.',
    },
  },
  askForLink: { submit: 'Envoyer le lien' },
  linkAsked: {
    title: 'Consultez votre boîte de réception',
    text: 'Si l’adresse peut recevoir un lien, un courriel est en route. Le lien peut servir une fois, dans les deux heures. Vous pouvez fermer cette page.',
  },
  choosePassword: {
    title: 'Choisir un mot de passe',
    label: 'Nouveau mot de passe',
    rule: 'Au moins 12\u00a0caractères. Plusieurs mots se retiennent facilement.',
    submit: 'Enregistrer le mot de passe',
    problems: {
      TOO_SHORT: 'Ce mot de passe est trop court. Choisissez-en un d’au moins 12\u00a0caractères.',
      TOO_LONG: 'Ce mot de passe est trop long. Choisissez-en un d’au plus 256\u00a0caractères.',
      COMMON: 'Beaucoup de gens utilisent ce mot de passe, ou un mot de passe semblable. Choisissez-en un autre.',
      LIKE_EMAIL: 'Ce mot de passe ressemble à votre adresse électronique. Choisissez-en un autre.',
      PASSKEYS_UNDECIDED: 'Choisissez si les clés d’accès de votre compte restent.',
    },
    passkeys: {
      legend: 'Clés d’accès de votre compte',
      text: 'Ces clés d’accès permettent aussi de se connecter à votre compte\u00a0:',
      keep: 'Les garder\u00a0: toutes sont à moi',
      remove: 'Les retirer, avec les codes de récupération',
      needed:
        'Votre travail exige une clé d’accès\u00a0: elles restent. Si l’une n’est pas à vous, prévenez-nous tout de suite\u00a0: nous les retirons.',
    },
  },
  linkInvalid: {
    title: 'Ce lien ne peut pas servir',
    text: 'Il a déjà servi, ou il a expiré.',
    another: 'Demander un autre lien',
  },
  passwordSet: {
    title: 'Votre mot de passe est enregistré',
    text: 'Vous pouvez retourner dans l’application et vous connecter.',
    question: 'Le comptoir vous a-t-il donné un code?',
    claim: 'Relier votre compte à votre dossier',
  },
  confirmEmail: {
    title: 'Confirmer votre nouvelle adresse',
    text: 'Désormais, vous vous connectez avec cette adresse, et les courriels concernant votre compte y sont envoyés\u00a0:',
    ends: 'Entrez le mot de passe de votre compte. Ses clés d’accès et ses codes de récupération sont retirés, et tous les navigateurs et toutes les applications sont déconnectés.',
    refused: 'Ce n’est pas le mot de passe du compte. Réessayez.',
    submit: 'Utiliser cette adresse',
  },
  emailChanged: {
    title: 'Votre adresse a changé',
    text: 'Connectez-vous désormais avec la nouvelle adresse. Si vous aviez des clés d’accès, ajoutez-les de nouveau.',
  },
  emailUnchanged: {
    title: 'Ce lien ne peut pas servir',
    text: 'Il a déjà servi, il a expiré, ou l’adresse a maintenant un compte. Votre adresse reste la même.',
  },
  contact: {
    title: 'Confirmer votre adresse de contact',
    text: 'Désormais, nous vous écrivons à cette adresse\u00a0:',
    submit: 'Confirmer l’adresse',
    proven: { title: 'Votre adresse de contact est confirmée', text: 'Vous pouvez fermer cette page.' },
    unproven: {
      title: 'Ce lien ne peut pas servir',
      text: 'Il a déjà servi, ou il a expiré. Changez l’adresse de nouveau pour en recevoir un autre.',
    },
  },
  codes: {
    CLAIM: {
      title: 'Relier votre compte à votre dossier',
      text: 'Vous avez besoin du code que le comptoir vous a donné et du deuxième code\u00a0: il a été envoyé à l’adresse qui figure à votre dossier, ou un deuxième membre du personnel vous l’a donné.',
      done: 'Votre compte est relié',
      next: 'Retournez dans l’application et connectez-vous\u00a0: vous y voyez votre dossier.',
    },
    INVITATION: {
      title: 'Accepter votre invitation',
      text: 'Vous avez besoin d’un compte avec votre adresse de travail, et du code de l’invitation.',
      done: 'Votre invitation est acceptée',
      next: 'Connectez-vous pour commencer.',
    },
  },
  ownRecord: {
    title: 'Relier votre dossier de résident',
    text: 'Vous travaillez pour la municipalité et y avez aussi un dossier de résident. Au travail, nos outils ne vous montrent alors jamais votre propre dossier.',
    legend: 'Avez-vous un dossier de résident?',
    hint: 'Au travail, personne ne voit son propre dossier ni celui d’un enfant à sa charge.',
    none: 'Non, je n’en ai pas',
    own: 'Oui, et ce compte est relié à mon dossier',
    other: 'Oui, et j’ai un autre compte pour celui-ci',
    otherTitle: 'Votre compte de résident',
    refused:
      'Dites si vous avez un dossier de résident. L’adresse électronique et le mot de passe de votre compte de résident doivent être exacts.',
    submit: 'Relier le dossier',
    done: 'Votre dossier est relié',
    next: 'Ouvrez une nouvelle session pour continuer.',
  },
  code: {
    label: 'Code',
    submit: 'Utiliser le code',
    refused: 'Ce code ne peut pas servir avec votre compte. Vérifiez-le, ou demandez-en un autre.',
    first: 'Code reçu au comptoir',
    second: 'Deuxième code',
    pairRefused:
      'Ces codes ne peuvent pas servir avec votre compte. Vérifiez-les, ou demandez-en d’autres. Si votre adresse est protégée, demandez le deuxième code au bureau de la protection des renseignements personnels.',
  },
  contest: {
    title: 'Ce n’était pas vous?',
    text: 'Si vous n’avez ni demandé un code pour votre dossier ni relié un compte, appuyez sur le bouton. Les codes prennent fin. Un compte qui est relié cesse d’agir en votre nom jusqu’à la décision du bureau de la protection des renseignements personnels.',
    submit: 'Ce n’était pas moi',
    done: 'Merci\u00a0: les codes ont pris fin',
    next: 'Le bureau a une demande à votre nom et vous écrira. D’ici là, personne n’agit en votre nom avec un nouveau compte.',
    invalid: 'Ce lien ne sert plus',
    invalidText:
      'Il a déjà servi, ou il est trop ancien. Venez à un comptoir, ou écrivez sans compte au bureau de la protection des renseignements personnels.',
  },
  account: frenchAccountPages,
};
