/** What is read of people, by route: private data on pages and in files, and every paper that names them. */
export const readingPages = {
	'/rallyes/[rally]/participants/[participant]': 'Fiche d’une personne',
	'/rallyes/[rally]/participants/[participant]/accords': 'Accords d’une personne',
	'/rallyes/[rally]/participants/[participant]/remplacer': 'Remplacement d’une personne',
	'/rallyes/[rally]/participants/[participant]/donnees': 'Copie des données d’une personne',
	'/rallyes/[rally]/participants/[participant]/donnees/fichier': 'Copie des données d’une personne, fichier',
	'/rallyes/[rally]/participants/accords': 'Accords de tous',
	'/rallyes/[rally]/participants/publics': 'Publics et quotas',
	'/rallyes/[rally]/participants/rappels': 'Rappels',
	'/rallyes/[rally]/participants/prescripteurs': 'Prescripteurs et personnes envoyées',
	'/rallyes/[rally]/participants/inscriptions': 'Inscriptions',
	'/rallyes/[rally]/documents/[paper]': 'Document imprimé',
	'/rallyes/[rally]/documents/appels': 'Liste d’appels',
	'/rallyes/[rally]/documents/dossier': 'Dossier de secours',
	'/rallyes/[rally]/entreprises/[company]/noms': 'Noms à donner à une entreprise',
	'/rallyes/[rally]/restitution/deroule': 'Déroulé de la restitution, imprimé',
	'/rallyes/[rally]/cloture/deroule': 'Déroulé de la clôture, imprimé',
	'/rallyes/[rally]/questionnaires/feuille': 'Questionnaires à remplir, imprimés',
	'/rallyes/[rally]/questionnaires/saisie': 'Questionnaires',
	'/rallyes/[rally]/questionnaires/contacts': 'Coordonnées échangées',
	'/rallyes/[rally]/suivi': 'Suivi à six mois',
	'/rallyes/[rally]/fse': 'Fiches FSE+',
	'/rallyes/[rally]/jour/presences': 'Présences',
	'/rallyes/[rally]/planning/avis': 'Avis aux personnes',
	'/rallyes/[rally]/exports/[file]': 'Export',
	'/rallyes/[rally]/archive/fichier': 'Archive du rallye',
	'/rallyes/[rally]/bilans/chiffres/[figure]': 'Noms derrière un chiffre'
} as const;
export type ReadingPage = keyof typeof readingPages;

/** Our own choice: long enough to find who looked, short enough not to watch people at work for years. */
export const READING_MONTHS = 12;

/** Files that hold what people tell the organiser only. */
const PERSONAL_FILES = /^(participants|accords|rappels|presences|fse)\./;

/** Papers of the plan that name participants; the others name teams, companies and who drives. */
const PERSONAL_PAPERS =
	/^(feuilles-de-route|badges|attestations|emargement|fiches-participants|convocations|diplomes)$/;

/** What a request reads of people, or null for a page without anything private. */
export function readingOf(
	routeId: string | null,
	params: Readonly<Partial<Record<string, string>>>
): { page: ReadingPage; participantId: string | null; file: string | null } | null {
	const page = (routeId ?? '').replace(/^\/\([a-z]+\)/, '');
	if (!Object.hasOwn(readingPages, page)) return null;
	const file = params.file ?? params.paper ?? null;
	if (params.file && !PERSONAL_FILES.test(params.file)) return null;
	if (params.paper && !PERSONAL_PAPERS.test(params.paper)) return null;
	return { page: page as ReadingPage, participantId: params.participant ?? null, file };
}
