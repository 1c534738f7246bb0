import type { Call } from '$lib/domain/mobilisation/call-list';
import { chaseDays } from '$lib/domain/mobilisation/chase';
import { worthInWords } from '$lib/domain/mobilisation/worth';
import { countedSectorInWords } from '$lib/domain/mobilisation/words';
import { countedSector } from '$lib/domain/sector';
import type { ShownCall } from '$lib/components/mobilisation/shown-call';
import { getDb } from '$lib/server/db/client';
import { readToday } from '$lib/server/use-cases/mobilisation/read-today';
import { shownCompany } from '../shown-company';
import { todayHere } from '../today';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally, actor }, url }) => {
	const mine = url.searchParams.has('mien');
	const today = todayHere();
	const { due, chase, calls, worth, shortages, lastPlan, withdrawn } = await readToday(
		await getDb(),
		rally,
		today
	);
	const isMine = ({ company }: (typeof due)[number] | (typeof chase)[number]) =>
		!mine || company.tracked.row.ownerId === actor!.userId;
	const shown = (company: (typeof due)[number]['company']) => shownCompany(company.tracked, rally.settings);
	const shownCall = ({
		company,
		halfDay,
		slot,
		offered,
		starts,
		places,
		newSector,
		worth
	}: Call): ShownCall => ({
		company: company.id,
		name: company.name,
		state: company.state,
		sector: countedSectorInWords(countedSector(company, rally.settings.nomenclature)),
		halfDay: halfDay.key,
		from: slot.from,
		to: slot.to,
		offered,
		starts,
		places,
		newSector,
		worth: worth ? worthInWords(worth) : null,
		mailOnly: company.contactMode === 'mail-only'
	});
	const { need, halfDays, sectors, missingStarts, missingSectors } = calls.coverage;
	return {
		today,
		mine,
		due: due.filter(isMine).map(({ company }) => shown(company)),
		baskets: [...chaseDays]
			.reverse()
			.map((basket) => ({
				basket,
				companies: chase
					.filter((one) => one.silence.basket === basket && isMine(one))
					.map(({ company }) => shown(company))
			}))
			.filter(({ companies }) => companies.length > 0),
		coverage: { need, halfDays, sectors, missingStarts, missingSectors },
		calls: calls.calls.map(shownCall),
		more: calls.more.map(shownCall),
		left: calls.left,
		worth,
		shortages,
		lastPlan,
		withdrawn: withdrawn.map(({ company, replacements }) => ({
			id: company.id,
			name: company.name,
			replacements: replacements.map(({ company: { id, name, state }, sameSector, halfDays: halves }) => ({
				id,
				name,
				state,
				sameSector,
				halfDays: halves.map(({ key }) => key)
			}))
		}))
	};
};
