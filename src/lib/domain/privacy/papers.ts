import { ANSWER_MONTHS } from '../retention/requests';
import { READING_MONTHS } from '../retention/readings';

/** What the papers are made from: the organisation's settings and the installation's. */
export interface PrivacyGround {
	organization: string;
	/** Kept so long after the last contact, months. */
	months: number;
	/** Erased by itself once due. */
	alone: boolean;
	/** Services outside that this installation asks, and what leaves for each; none by default. */
	services: readonly OutsideService[];
	/** Letters leave by a mail server. */
	mail: boolean;
}

export interface OutsideService {
	name: string;
	/** What is sent to it. */
	sends: string;
}

export interface PaperSection {
	title: string;
	lines: string[];
}

export interface PrivacyPaper {
	key: 'register' | 'notice' | 'assessment';
	title: string;
	intro: string;
	sections: PaperSection[];
}

const DRAFT =
	'Projet rédigé par Équipage à partir de vos réglages et de ce que l’application fait réellement. Il ne vaut pas conseil : faites-le relire par votre délégué à la protection des données, complétez ce qui est entre crochets.';

/** Register entry, information notice and impact-assessment draft (N8). */
export const privacyPapers = (ground: PrivacyGround): PrivacyPaper[] => [
	register(ground),
	notice(ground),
	assessment(ground)
];

const kept = ({ months, alone }: PrivacyGround): string =>
	`${months} mois après le dernier contact (dernier jour du rallye, dernière modification de la fiche, dernier suivi ou dernier accord), puis effacement ${alone ? 'automatique' : 'décidé par une personne de la structure, prévenue un mois avant'}. Seuls des nombres restent.`;

const processors = ({ services, mail }: PrivacyGround): string[] => [
	'[Votre hébergeur, s’il y en a un : nom, pays, contrat.]',
	...(mail
		? ['Le serveur de courriel réglé pour cette installation : adresse et texte des messages envoyés.']
		: []),
	...services.map(({ name, sends }) => `${name} : ${sends}`),
	...(services.length === 0 ? ['Aucun service extérieur n’est appelé par cette installation.'] : [])
];

const people = [
	'Participants et candidats : identité, commune, téléphone, courriel, tranche d’âge, genre, diplôme, dernier secteur d’activité.',
	'Situation au regard de l’emploi : inscription, RSA, insertion par l’activité, accompagnement. Reconnaissance de la qualité de travailleur handicapé et besoins d’accès : données sur la santé (article 9 du RGPD), données seulement si la personne le veut.',
	'Accords datés, présences par demi-journée, visites faites, réponses aux questionnaires, situation six mois après.',
	'Accompagnateurs, interlocuteurs des entreprises et des partenaires : nom, fonction, téléphone, courriel.'
];

const readers = [
	'Dans la structure : les personnes qui administrent ou préparent les rallyes. Le rôle « lecture seule » ne voit ni la situation ni les coordonnées.',
	'L’accompagnateur : prénoms et numéro de l’organisation, le temps du rallye, par une adresse signée et révocable.',
	'L’entreprise qui reçoit : un nombre de personnes ; des noms seulement si elle les demande et que chacun l’a accepté.',
	'Les financeurs et la fédération : des nombres, les groupes de moins de cinq personnes masqués.'
];

const safety = [
	'Champs sensibles chiffrés en base (AES-256-GCM), clé gardée hors de la base.',
	'Comptes nominatifs, droits vérifiés à chaque page, limitation des essais de mot de passe.',
	`Journal des lectures de fiches, gardé ${READING_MONTHS} mois.`,
	'Archive d’un rallye chiffrée par mot de passe et signée. [Vos sauvegardes : où, combien de temps, chiffrées ou non.]'
];

const register = (ground: PrivacyGround): PrivacyPaper => ({
	key: 'register',
	title: 'Fiche du registre des traitements',
	intro: DRAFT,
	sections: [
		{ title: 'Responsable du traitement', lines: [ground.organization, '[Adresse, représentant légal, délégué à la protection des données.]'] }, // prettier-ignore
		{
			title: 'Finalités',
			lines: [
				'Préparer, mener et raconter un Rallye pour l’emploi : inscrire, composer les équipes et les itinéraires, accueillir, noter les présences.',
				'Rendre compte aux financeurs et à la fédération par des nombres ; suivre la situation à six mois.'
			]
		},
		{ title: 'Base légale', lines: ['[Mission d’intérêt public, contrat ou intérêt légitime : à choisir avec votre conseil.] Consentement pour la photo, le suivi à six mois, la transmission d’un nom et les données de santé.'] }, // prettier-ignore
		{ title: 'Personnes et données', lines: people },
		{ title: 'Qui les lit', lines: readers },
		{ title: 'Sous-traitants et services extérieurs', lines: processors(ground) },
		{ title: 'Transferts hors de l’Union européenne', lines: ['Aucun par l’application. [À vérifier chez votre hébergeur.]'] }, // prettier-ignore
		{ title: 'Durée de conservation', lines: [kept(ground)] },
		{ title: 'Mesures de sécurité', lines: safety }
	]
});

const notice = (ground: PrivacyGround): PrivacyPaper => ({
	key: 'notice',
	title: 'Notice d’information pour les participants',
	intro: DRAFT,
	sections: [
		{
			title: 'Ce que nous faisons de ce que vous nous dites',
			lines: [
				`${ground.organization} note ce qu’il faut pour organiser le rallye : comment vous joindre, quand vous venez, ce dont vous avez besoin pour être à l’aise, et votre situation pour pouvoir dire à ceux qui paient combien de personnes sont venues.`,
				'Vous pouvez ne pas répondre à une question. Cela n’empêche pas de venir, sauf pour votre nom et un moyen de vous joindre.'
			]
		},
		{
			title: 'Qui le voit',
			lines: [
				'Les personnes qui préparent le rallye. La personne qui vous accompagne voit votre prénom. Les entreprises savent combien vous serez, pas qui vous êtes, sauf si vous l’acceptez.',
				'Les financeurs et la fédération des CREPI reçoivent des nombres, jamais votre nom.'
			]
		},
		{ title: 'Combien de temps', lines: [kept(ground)] },
		{
			title: 'Vos droits',
			lines: [
				`Vous pouvez demander à voir vos données, les corriger, les effacer ou retirer un accord, à tout moment et sans vous justifier. Nous répondons en ${ANSWER_MONTHS} mois.`,
				'[Nom, téléphone et courriel de la personne à qui le demander.] Si la réponse ne vous convient pas : CNIL, 3 place de Fontenoy, 75007 Paris, cnil.fr.'
			]
		}
	]
});

const assessment = (ground: PrivacyGround): PrivacyPaper => ({
	key: 'assessment',
	title: 'Projet d’analyse d’impact',
	intro: DRAFT,
	sections: [
		{
			title: 'Pourquoi une analyse',
			lines: [
				'Deux critères sont réunis : des données sensibles (santé, situation sociale) et des personnes vulnérables. Peu de personnes à la fois : 15 à 30 par rallye.'
			]
		},
		{ title: 'Ce qui est traité', lines: people },
		{ title: 'Nécessité et proportion', lines: ['Chaque champ sert à composer une équipe, à accueillir, à prévenir, ou à compter pour un financeur ; aucun n’est demandé pour choisir une personne à embaucher.', ...readers] }, // prettier-ignore
		{ title: 'Durée', lines: [kept(ground)] },
		{
			title: 'Risques et réponses',
			lines: [
				'Lecture par une personne qui n’a pas à lire : droits par rôle, adresses signées et révocables, journal des lectures.',
				'Reconnaître quelqu’un dans un bilan : groupes de moins de cinq masqués, avec ceux qui les trahiraient.',
				'Vol d’un téléphone d’accompagnateur : prénoms seulement, effacés après le rallye, adresse révocable.',
				'Vol de la base ou d’une sauvegarde : champs sensibles chiffrés, clé ailleurs. Les noms ne le sont pas.',
				'Perte : base à sauvegarder chaque jour [votre procédure], archive du rallye.',
				'Garder trop longtemps : échéance par rallye, avis un mois avant, effacement prouvé par un essai.'
			]
		},
		{ title: 'Sous-traitants et services extérieurs', lines: processors(ground) },
		{ title: 'Ce qui reste à décider par vous', lines: ['[Gravité et vraisemblance de chaque risque, avis du délégué, avis des personnes concernées, validation et date de revue.]'] } // prettier-ignore
	]
});
