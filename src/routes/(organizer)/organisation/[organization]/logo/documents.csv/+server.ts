import { madeElsewhere, namedDocuments } from '$lib/domain/network/name-kit';
import { writeCsv } from '$lib/server/spreadsheets/write';
import type { RequestHandler } from './$types';

/** The list to be ticked: every document that has to carry name and logo. */
export const GET: RequestHandler = () =>
	new Response(
		writeCsv({
			name: 'Nom et logo',
			headers: ['Document', 'Quand', 'Fait par', 'Vérifié le', 'Par'],
			rows: [
				...namedDocuments.map(([document, when]) => [document, when, 'Équipage', '', '']),
				...madeElsewhere.map((document) => [document, '', 'Ailleurs', '', ''])
			]
		}),
		{
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': 'attachment; filename="nom-et-logo.csv"'
			}
		}
	);
