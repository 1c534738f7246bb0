import type { BatchOrder } from './documents/ground';
import { isSheetFormat } from './documents/badges/sheet-format';
import { versionAsked } from './pdf-response';
import type { Wanted } from './use-cases/printing/print-paper';

const orders: Record<string, BatchOrder> = {
	equipe: 'team',
	jour: 'day',
	entreprise: 'company',
	nom: 'name'
};

/** What an address asks of a document; what it cannot mean is left out. */
export function wantedPaper(url: URL): Wanted {
	const said = (name: string) => url.searchParams.get(name) || undefined;
	const format = said('format') ?? '';
	const days = Number(said('jours'));
	return {
		version: versionAsked(url),
		team: said('equipe'),
		person: said('personne'),
		company: said('entreprise'),
		order: orders[said('ordre') ?? ''],
		format: isSheetFormat(format) || /^a[345]$/.test(format) ? format : undefined,
		start: Number(said('debut')) || undefined,
		by: said('par') === 'rallye' ? 'rally' : said('par') === 'equipe' ? 'team' : undefined,
		days: days === 1 || days === 2 ? days : undefined
	};
}
