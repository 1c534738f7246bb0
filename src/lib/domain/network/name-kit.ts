/**
 * What Équipage makes that carries the name « Rallye pour l’emploi » (always) and its logo (once given and granted):
 * the charter asks for both on every document.
 */
export const namedDocuments = [
	['Affiche du rallye', 'Communication'],
	['Feuilles de route et livrets', 'Jour même'],
	['Badges', 'Jour même'],
	['Tableau mural', 'Jour même'],
	['Feuilles d’émargement', 'Jour même'],
	['Fiches d’accueil des entreprises', 'Jour même'],
	['Affichettes de porte', 'Jour même'],
	['Fiches des participants', 'Jour même'],
	['Ordres de mission et carnets de bord', 'Jour même'],
	['Listes d’appel J-2 et J-1', 'Jour même'],
	['Dossier de secours', 'Jour même'],
	['Convocations', 'Avant'],
	['Déroulés de la restitution et de la clôture', 'Clôture'],
	['Diplômes', 'Clôture'],
	['Liste des lots', 'Clôture'],
	['Lettres de remerciement', 'Après'],
	['Questionnaires', 'Après'],
	['Bilans en PDF', 'Après'],
	['Grille de fidélité', 'Après']
] as const;

/** Made elsewhere: to be looked at by somebody. */
export const madeElsewhere = [
	'Invitations et courriers écrits ailleurs',
	'Communiqué et dossier de presse',
	'Site et réseaux sociaux',
	'Diaporama de la clôture',
	'Banderoles, gilets et autres objets'
] as const;
