import { companyStates, type CompanyState } from '$lib/domain/company';
import { french } from '$lib/domain/french';
import { sectors } from '$lib/domain/sector';
import { getDb } from '$lib/server/db/client';
import { search } from '$lib/server/listing';
import { readTracked, type Tracked } from '$lib/server/use-cases/mobilisation/read-mobilisation';
import { move } from './move-action';
import { shownCompany } from './shown-company';
import { todayHere } from './today';
import type { Actions, PageServerLoad } from './$types';

/** Cards of a state that show at once: a browser takes twenty seconds to lay out three thousand in columns. */
const AT_FIRST = 80;

export const load: PageServerLoad = async ({ locals: { rally, actor }, url }) => {
	const tracked = await readTracked(await getDb(), rally, todayHere());
	const { query, holds } = search(url);
	const asked = {
		query,
		mine: url.searchParams.has('mien'),
		late: url.searchParams.has('retard'),
		sector: url.searchParams.get('secteur') ?? ''
	};
	const found = tracked.filter(
		(one) =>
			(!asked.mine || one.row.ownerId === actor!.userId) &&
			(!asked.late || isLate(one)) &&
			(!asked.sector || one.row.sector === asked.sector) &&
			holds(`${one.row.name} ${one.row.commune} ${sectors[one.row.sector]} ${one.row.contactName}`)
	);
	const present = [...new Set(tracked.map(({ row }) => row.sector))];
	return {
		asked,
		total: tracked.length,
		found: found.length,
		sectors: present
			.map((sector) => [sector, sectors[sector]] as const)
			.sort((a, b) => french.compare(a[1], b[1])),
		board: (Object.keys(companyStates) as CompanyState[]).map((state) => {
			const here = found
				.filter(({ row }) => row.state === state)
				.sort((a, b) => (b.late ?? -1) - (a.late ?? -1));
			const shown = url.searchParams.get('tout') === state ? here : here.slice(0, AT_FIRST);
			return {
				state,
				count: here.length,
				companies: shown.map((one) => shownCompany(one, rally.settings))
			};
		})
	};
};

const isLate = ({ late, silence }: Tracked): boolean => (late ?? 0) > 0 || silence?.basket != null;

export const actions: Actions = { move };
