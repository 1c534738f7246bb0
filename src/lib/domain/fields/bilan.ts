import { narrativeSections, type NarrativeKey } from '../bilan/outline';
import { breakdownCatalogue, figureCatalogue } from '../figures/catalogue';

const labels: Readonly<Record<string, { label: string }>> = { ...figureCatalogue, ...breakdownCatalogue };

/** Sections of the narrative are fields of their own, so that two people may each write one. */
export const bilanFields = {
	...(Object.fromEntries(
		Object.entries(narrativeSections).map(([key, { title }]) => [key, { label: title }])
	) as Record<NarrativeKey, { label: string }>),
	shown: {
		label: 'Chiffres et graphiques imprimés',
		words: (keys: string[]) => keys.map((key) => labels[key]?.label ?? key).join(', ')
	}
};
