import { allFseGaps, fseGaps } from '$lib/domain/fse/sheet';
import { daysOf } from '$lib/domain/fse/stay';
import { gaugeWith } from '$lib/domain/retention/people-counts';
import { getDb } from '$lib/server/db/client';
import { named, readFse } from '$lib/server/use-cases/fse/read-fse';
import { keptPeople } from '$lib/server/use-cases/retention/people-counts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { sheets, oneDay, gauge, lacking, fromPresences } = await readFse(
		await getDb(),
		locals.rally,
		new Date()
	);
	const kept = await keptPeople(await getDb(), locals.rally.id);
	const wanted = allFseGaps.find((gap) => gap === url.searchParams.get('manque')) ?? null;
	return {
		gauge: gaugeWith(gauge, kept),
		erased: kept?.fse.people ?? 0,
		fromPresences,
		wanted,
		lacking: allFseGaps.flatMap((gap) =>
			lacking[gap] ? [{ gap, label: fseGaps[gap], count: lacking[gap] }] : []
		),
		sheets: sheets
			.filter(({ gaps }) => wanted === null || gaps.includes(wanted))
			.map(({ person, stay, from, to, exit, gaps, short, maybe }) => ({
				...named(person),
				days: daysOf(stay).length,
				halves: stay.length,
				from,
				to,
				short,
				exit: exit && { label: exit.label, on: exit.on },
				gaps: gaps.map((gap) => ({ gap, label: fseGaps[gap] })),
				maybe: maybe && named(maybe)
			})),
		oneDay: oneDay.map(({ person, on }) => ({ ...named(person), on }))
	};
};
