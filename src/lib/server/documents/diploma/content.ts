import { plural } from '$lib/domain/french';
import { shownName } from '$lib/domain/participant';
import { peopleOf, type BatchOrder, type Ground } from '../ground';
import { letterhead, type Letterhead } from '../paper/letterhead';

export interface DiplomasInput extends Ground {
	organization: string;
}

/** « Des diplômes » handed over by companies at the closing (Ansa 2019, l. 162). */
export interface Diploma {
	letterhead: Letterhead;
	/** The name used, alone. */
	name: string;
	says: string[];
	signatures: string[];
}

export const diplomas = (input: DiplomasInput, order: BatchOrder = 'team'): Diploma[] =>
	peopleOf(input, order).map(({ person, team }) => {
		const visits = new Set(team?.visits.map(({ companyId }) => companyId)).size;
		const { rally } = input;
		const head = letterhead(rally, input.plan, input.logo);
		return {
			letterhead: head,
			name: shownName(person),
			says: [
				[`a participé au ${head.title || head.rallyName}`, head.dates].filter(Boolean).join(', '),
				visits > 0
					? `et découvert ${plural(visits, 'entreprise')} de son territoire avec son équipe.`
					: 'et découvert des entreprises de son territoire avec son équipe.'
			],
			signatures: [`Pour ${input.organization || 'la structure organisatrice'}`, 'Remis par l’entreprise']
		};
	});
