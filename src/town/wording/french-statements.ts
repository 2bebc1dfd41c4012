import type { StatementSentences } from '../policy/statements.ts';

const first: StatementSentences['1'] = {
  authority:
    'Nous recueillons des renseignements personnels en vertu de la Municipal Government Act. La Freedom of Information and Protection of Privacy Act les protège.',
  contact:
    'Quiconque peut nous poser une question sur la protection des renseignements personnels, sans compte. Chaque question reçoit un numéro et une date limite de réponse.',
  identity:
    'Pour vous servir, nous pouvons vous demander qui vous êtes\u00a0: votre nom, votre date de naissance, vos coordonnées et votre adresse.',
  willing: 'Vous décidez de ce que vous nous donnez. Ce dont un achat ou un service n’a pas besoin est facultatif.',
  helpdesk:
    'Lorsque vous écrivez au centre d’assistance, nous conservons votre nom, votre numéro de téléphone, votre adresse électronique et les messages, afin de vous aider plus vite la prochaine fois. Seul le membre du personnel qui traite votre question les lit.',
  telemetry:
    'Pour sa sécurité, le site Web note l’adresse réseau, le navigateur, la plateforme, l’heure, la section et les téléchargements de chaque visite. Rien ne les relie à vous.',
  cookies:
    'Les témoins sont facultatifs. L’un d’eux retient ce que vous avez saisi jusqu’à votre départ; rester en session est un choix distinct.',
  access: 'Un membre du personnel ne voit vos renseignements que pendant qu’il vous sert, et seulement ce que sa tâche exige.',
  passwords:
    'Nos bases de données sont protégées par des mots de passe, et chaque partie de nos logiciels ne peut faire que ce qui est nécessaire.',
  sharing:
    'Nous ne communiquons des renseignements à l’extérieur de la municipalité que si la loi l’exige, qu’à la fin indiquée et de façon confidentielle.',
  agents:
    'Les entreprises qui entretiennent notre système voient des indices, comme des initiales, jamais les vraies valeurs, et seulement en vertu d’un ordre de travail.',
  credit:
    'Une agence d’évaluation du crédit voit votre nom, votre date de naissance et votre adresse pendant que nous vérifions votre crédit.',
  collections:
    'Une agence de recouvrement voit votre nom, vos coordonnées et le montant en souffrance tant qu’une dette est en souffrance et lui est cédée.',
  police:
    'Un organisme chargé de l’application de la loi voit ce que désigne une assignation, un mandat judiciaire ou une autre ordonnance exécutoire au sujet des personnes qui y sont nommées, une fois que deux de nos responsables l’ont vérifiée.',
  control: 'Un organisme de contrôle qui fait une vérification chez nous voit qui a consulté quoi, avec des pseudonymes au lieu des noms.',
  safeguards:
    'Nous protégeons ce que nous conservons contre la perte, le vol, la copie et l’accès non autorisé. Un domicile qui doit rester secret le reste.',
  changes: 'Lorsque cet énoncé change, les versions antérieures restent accessibles, chacune avec ses dates.',
  rights:
    'Vous pouvez voir tout ce que nous conservons à votre sujet et qui l’a consulté, demander une correction, porter plainte et faire des commentaires. Nous répondons à une demande d’accès dans les 30\u00a0jours ouvrables.',
};

const second: StatementSentences['2'] = {
  ...first,
  authority:
    'Nous recueillons des renseignements personnels en vertu de la Municipal Government Act. La Protection of Privacy Act les protège, et l’Access to Information Act prévoit comment demander des documents.',
};

/** The privacy statement in French. The acts have English names only. */
export const frenchStatements: StatementSentences = {
  1: first,
  2: second,
  3: {
    ...second,
    contact:
      'Quiconque peut nous poser une question sur la protection des renseignements personnels, sans compte. Chaque question reçoit un numéro et une date limite de réponse. Un courriel vous dit qu’il y a une réponse, et un code que vous seul avez l’ouvre.',
    identity: `${first.identity} Aucun membre du personnel ne peut à lui seul relier votre dossier à un compte\u00a0: il faut un code du comptoir et un autre, envoyé à votre propre adresse ou confirmé par un deuxième membre du personnel.`,
    access:
      'Un membre du personnel ne voit vos renseignements que pendant qu’il vous sert, et seulement ce que sa tâche exige. Le comptoir ne voit jamais votre numéro de téléphone\u00a0: s’il ne manquait que pour certaines personnes, cela montrerait quel domicile doit rester secret. Vous voyez comment le membre du personnel savait que c’était vous.',
    changes:
      'Lorsque cet énoncé change, les versions antérieures restent accessibles, chacune avec ses dates. Si vous avez un compte, nous vous demandons une fois de lire la nouvelle; vous voyez vos renseignements dans tous les cas.',
    rights: `${first.rights} Nous conservons pendant sept ans qui a consulté quoi. Deux membres de notre personnel doivent s’entendre pour effacer plus tôt ce qui s’y dit de vous, et vous voyez que cela a été fait.`,
  },
};
