import type { Phase } from './phases';

export interface TemplateTask {
	key: string;
	phase: Phase;
	name: string;
	/** Days before the first day; negative after it. */
	daysBefore: number;
	/** For an organiser's first rally only. */
	firstOnly?: true;
}

const task = (
	key: string,
	phase: Phase,
	daysBefore: number,
	name: string,
	firstOnly?: true
): TemplateTask => ({ key, phase, daysBefore, name, ...(firstOnly && { firstOnly }) });

/**
 * What there is to do, phase by phase. The phases and advice are the guide's; it gives two months of full time (l. 84),
 * an information session « ni trop en amont ni trop proche » (l. 157), planning early enough (l. 161), reminders on
 * the eve (DGEFP 2021, l. 927) and news at six months (l. 138). Every number of days is ours.
 */
export const taskTemplate: readonly TemplateTask[] = [
	task('calls', 'funders', 120, 'Chercher les appels à projets et les financeurs du territoire'),
	task('action-sheet', 'funders', 110, 'Écrire la fiche-action : trois pages plutôt qu’une'),
	task('applications', 'funders', 95, 'Déposer les dossiers de financement'),
	task('committee', 'funders', 75, 'Réunir le comité de pilotage'),
	task('company-list', 'companies', 75, 'Dresser la liste des entreprises à appeler, avec les partenaires'),
	task('company-calls', 'companies', 60, 'Commencer les appels, de vive voix plutôt que par courriel'),
	task(
		'company-check',
		'companies',
		30,
		'Faire le point : assez d’entreprises, de secteurs et de créneaux ?'
	),
	task('company-recall', 'companies', 7, 'Rappeler à chaque entreprise ses heures et qui elle reçoit'),
	task('prescribers', 'people', 70, 'Rencontrer les prescripteurs, dire qui le rallye attend'),
	task('information', 'people', 28, 'Tenir l’information collective'),
	task('places', 'people', 21, 'Confirmer les places, ouvrir la liste d’attente'),
	task('papers', 'people', 10, 'Vérifier accords, responsabilité civile et contraintes de chacun'),
	task('reminder-two', 'people', 2, 'Rappeler le rendez-vous aux participants'),
	task('reminder-one', 'people', 1, 'Appeler la veille ceux qui n’ont pas répondu'),
	task('kit', 'communication', 60, 'Préparer affiche et annonce, avec le nom et le logo'),
	task('announce', 'communication', 40, 'Annoncer le rallye avec l’aide de la collectivité'),
	task('press', 'communication', 5, 'Inviter la presse locale, prévenir des autorisations d’image'),
	task('cars', 'planning', 35, 'Réserver les véhicules et trouver les accompagnateurs'),
	task('draft-plan', 'planning', 21, 'Faire un premier planning et voir ce qui manque'),
	task('publish', 'planning', 10, 'Publier le planning'),
	task('print', 'planning', 3, 'Imprimer feuilles de route, badges et dossier de secours'),
	task('closing-place', 'conviviality', 60, 'Réserver le lieu de la clôture et prévenir les élus'),
	task('closing-guests', 'conviviality', 30, 'Inviter à la clôture : institutions, financeurs, entreprises'),
	task('ice-breaker', 'conviviality', 5, 'Préparer l’accueil et le brise-glace du premier jour'),
	task('challenges', 'games', 20, 'Choisir les défis'),
	task('prizes', 'games', 15, 'Rassembler les lots et les diplômes'),
	task('questionnaires', 'reporting', 1, 'Préparer les questionnaires d’avant'),
	task('thanks', 'reporting', -7, 'Remercier entreprises, partenaires et accompagnateurs'),
	task('after', 'reporting', -10, 'Recueillir les questionnaires d’après'),
	task('federation-report', 'reporting', -30, 'Envoyer le bilan à la Fédération'),
	task('ansa-report', 'reporting', -30, 'Envoyer le même bilan à l’Ansa', true),
	task('funder-reports', 'reporting', -45, 'Envoyer à chaque financeur son bilan'),
	task('six-months', 'reporting', -183, 'Prendre des nouvelles des participants à six mois')
];

/** What a rally of that edition starts from. */
export const templateFor = (edition: number): TemplateTask[] =>
	taskTemplate.filter(({ firstOnly }) => !firstOnly || edition === 1);
