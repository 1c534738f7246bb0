export const challengeKinds = {
	question: 'Question',
	photo: 'Photo',
	observation: 'Observation',
	meeting: 'Rencontre'
} as const;
export type ChallengeKind = keyof typeof challengeKinds;

export const challengeScopes = { visit: 'à chaque visite', rally: 'une fois pour le rallye' } as const;
export type ChallengeScope = keyof typeof challengeScopes;

/** A challenge ready to be given: its words, how it usually goes, and the most points it brings. */
export interface Challenge {
	id: string;
	kind: ChallengeKind;
	scope: ChallengeScope;
	title: string;
	/** What the team is asked, in plain French. */
	text: string;
	points: number;
}

const one = (
	id: string,
	kind: ChallengeKind,
	scope: ChallengeScope,
	points: number,
	title: string,
	text: string
): Challenge => ({ id, kind, scope, points, title, text });

/** Invented for Équipage; none asks for anything about a person's situation. A photo shows no face without accord. */
export const challengeLibrary: readonly Challenge[] = [
	one('q-metiers', 'question', 'visit', 5, 'Combien de métiers ?', 'Comptez les métiers différents de l’entreprise. Un point par métier que personne dans l’équipe ne connaissait.'), // prettier-ignore
	one('q-devine', 'question', 'visit', 3, 'Devinez avant d’entrer', 'Avant la visite, écrivez ce que l’entreprise fabrique ou vend. Vérifiez en sortant.'), // prettier-ignore
	one('q-age', 'question', 'visit', 2, 'L’âge de la maison', 'En quelle année l’entreprise a-t-elle ouvert ? Le plus proche gagne.'), // prettier-ignore
	one('q-client', 'question', 'visit', 3, 'Le client surprise', 'Trouvez un client de l’entreprise auquel vous n’auriez pas pensé.'), // prettier-ignore
	one('q-mot', 'question', 'visit', 3, 'Le mot du métier', 'Rapportez un mot que l’on ne dit que dans ce métier, et expliquez-le aux autres.'), // prettier-ignore
	one('q-quiz', 'question', 'rally', 10, 'Le grand quiz', 'À la restitution : une question par entreprise visitée, posée par une autre équipe.'), // prettier-ignore
	one('p-objet', 'photo', 'visit', 4, 'L’objet mystère', 'Photographiez un outil de très près, avec l’accord de l’hôte. Les autres équipes devineront.'), // prettier-ignore
	one('p-couleur', 'photo', 'visit', 2, 'Aux couleurs de l’équipe', 'Trouvez dans l’entreprise quelque chose de la couleur de votre équipe.'), // prettier-ignore
	one('p-mains', 'photo', 'rally', 5, 'Des mains au travail', 'Une photo de mains qui travaillent, sans visage, avec l’accord de la personne.'), // prettier-ignore
	one('p-equipe', 'photo', 'rally', 5, 'L’équipe de dos', 'Une photo de toute l’équipe, de dos, devant un lieu que l’on reconnaît.'), // prettier-ignore
	one('p-panneau', 'photo', 'rally', 3, 'Le panneau', 'Le panneau le plus étonnant de la route, photographié par un passager, à l’arrêt.'), // prettier-ignore
	one('o-bruits', 'observation', 'visit', 3, 'Trois bruits', 'Fermez les yeux une minute là où l’hôte le permet : quels sont les trois bruits du lieu ?'), // prettier-ignore
	one('o-securite', 'observation', 'visit', 4, 'L’œil de la sécurité', 'Trouvez quatre choses qui protègent les personnes : un point chacune.'), // prettier-ignore
	one('o-odeur', 'observation', 'visit', 2, 'L’odeur du lieu', 'Décrivez l’odeur de l’entreprise sans dire ce qu’elle fait.'), // prettier-ignore
	one('o-local', 'observation', 'rally', 5, 'D’où cela vient', 'Suivez une matière : d’où elle arrive, où elle repart. Racontez le trajet.'), // prettier-ignore
	one('o-premier', 'observation', 'rally', 5, 'Le premier geste', 'Notez le premier geste qu’apprend un débutant dans chaque entreprise.'), // prettier-ignore
	one('r-parcours', 'meeting', 'visit', 5, 'Un chemin', 'Demandez à une personne comment elle est arrivée à ce métier. Racontez-le en trois phrases.'), // prettier-ignore
	one('r-fierte', 'meeting', 'visit', 4, 'La fierté', 'Demandez à une personne ce dont elle est fière dans son travail.'), // prettier-ignore
	one('r-conseil', 'meeting', 'visit', 3, 'Le conseil', 'Rapportez un conseil donné par l’hôte à quelqu’un qui commence.'), // prettier-ignore
	one('r-hote', 'meeting', 'visit', 5, 'Les points de l’hôte', 'L’hôte donne de 0 à 5 points à l’équipe, pour ses questions.'), // prettier-ignore
	one('r-merci', 'meeting', 'rally', 5, 'Le merci', 'Trouvez une façon à vous de remercier l’une des entreprises.') // prettier-ignore
];
