import { companyStates, type CompanyState } from '$lib/domain/company';
import { french, searchable } from '$lib/domain/french';
import { sectors } from '$lib/domain/sector';
import { getDb } from '$lib/server/db/client';
import { readTracked, type Tracked } from '$lib/server/use-cases/mobilisation/read-mobilisation';
import { move } from './move-action';
import { shownCompany } from './shown-company';
import { todayHere } from './today';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally, actor }, url }) => {
	const tracked = await readTracked(await getDb(), rally, todayHere());
	const asked = {
		query: (url.searchParams.get('q') ?? '').slice(0, 100),
		mine: url.searchParams.has('mien'),
		late: url.searchParams.has('retard'),
		sector: url.searchParams.get('secteur') ?? ''
	};
	const found = tracked.filter(
		(one) =>
			(!asked.mine || one.row.ownerId === actor!.userId) &&
			(!asked.late || isLate(one)) &&
			(!asked.sector || one.row.sector === asked.sector) &&
			matches(one, asked.query)
	);
	const present = [...new Set(tracked.map(({ row }) => row.sector))];
	return {
		asked,
		total: tracked.length,
		found: found.length,
		sectors: present
			.map((sector) => [sector, sectors[sector]] as const)
			.sort((a, b) => french.compare(a[1], b[1])),
		board: (Object.keys(companyStates) as CompanyState[]).map((state) => ({
			state,
			companies: found
				.filter(({ row }) => row.state === state)
				.sort((a, b) => (b.late ?? -1) - (a.late ?? -1))
				.map((one) => shownCompany(one, rally.settings))
		}))
	};
};

const isLate = ({ late, silence }: Tracked): boolean => (late ?? 0) > 0 || silence?.basket != null;

function matches({ row }: Tracked, query: string): boolean {
	const content = searchable(`${row.name} ${row.commune} ${sectors[row.sector]} ${row.contactName}`);
	return searchable(query)
		.split(' ')
		.every((word) => content.includes(word));
}

export const actions: Actions = { move };
