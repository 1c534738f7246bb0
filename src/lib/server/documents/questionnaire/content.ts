import {
	dimensions,
	instrumentFor,
	itemsAt,
	moments,
	SCALE,
	scaleWords,
	type Audience,
	type Moment
} from '$lib/domain/measure/instruments';
import { french } from '$lib/domain/french';
import type { Rally } from '$lib/domain/rally';
import { rallyLetterhead, type Letterhead, type Logo } from '../paper/letterhead';

export interface QuestionnairesInput {
	rally: Rally;
	organization: string;
	audience: Audience;
	moment: Moment;
	/** Who answers, by the name written on the sheet: it pairs « avant » with « après ». */
	names: readonly string[];
	logo?: Logo;
}

/** One sheet to fill in by hand. */
export interface QuestionnaireSheet {
	letterhead: Letterhead;
	title: string;
	/** Empty for a spare sheet: to be written in. */
	name: string;
	nameLabel: string;
	says: string[];
	scale: { low: string; high: string; scores: number[] };
	parts: { title: string; items: string[] }[];
	openQuestion: string;
}

/** A sheet a name, in alphabetical order, and a spare one. */
export function questionnaires({
	rally,
	organization,
	audience,
	moment,
	names,
	logo
}: QuestionnairesInput): QuestionnaireSheet[] {
	const instrument = instrumentFor(audience);
	const items = itemsAt(instrument, moment);
	const parts = [...new Set(items.map(({ dimension }) => dimension))].map((dimension) => ({
		// « Satisfaction des participants » is not what one says to them.
		title: dimension.endsWith('satisfaction') ? 'Ce rallye' : dimensions[dimension].label,
		items: items.filter((item) => item.dimension === dimension).map(({ says }) => says)
	}));
	const sheet = {
		letterhead: rallyLetterhead(rally, logo),
		title: moments[moment],
		nameLabel: audience === 'participant' ? 'Prénom et nom' : 'Structure',
		says: [
			`Entourez un chiffre par phrase. ${SCALE[0]} : ${scaleWords.low}. ${SCALE.at(-1)} : ${scaleWords.high}.`,
			'Il n’y a ni bonne ni mauvaise réponse. Vous pouvez laisser une phrase sans réponse.',
			`Cette feuille reste à ${organization || 'la structure organisatrice'}, qui n’en donne que des moyennes.`
		],
		scale: { ...scaleWords, scores: [...SCALE] },
		parts,
		openQuestion: moment === 'after' ? instrument.openQuestion : ''
	};
	return [...[...names].sort(french.compare), ''].map((name) => ({ ...sheet, name }));
}
