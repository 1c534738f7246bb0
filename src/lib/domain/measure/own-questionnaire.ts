import type { Audience, Item, Moment, Score } from './instruments';

/** Those who answer by a link of their own. */
export type LinkAudience = Exclude<Audience, 'partner'>;

/** What somebody's own page shows: the items of the moment, and what they answered already. */
export interface OwnQuestionnaire {
	audience: LinkAudience;
	moment: Moment;
	name: string;
	structure: string;
	rally: { title: string; contactName: string; contactPhone: string };
	items: Item[];
	openQuestion: string;
	scores: Record<string, Score>;
	words: string;
	answered: boolean;
}
