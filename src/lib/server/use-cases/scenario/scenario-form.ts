import { z } from 'zod';
import { MOST } from '$lib/domain/scenario/words';
import type { WhatIf } from '$lib/domain/scenario/what-if';
import * as field from '../../fields';

const Fields = z.object({
	base: field.whole(1, 1_000_000),
	name: field.text(MOST),
	companyGone: field.idOrNull(),
	vehicle: field.idOrNull(),
	/** Empty or 0: the vehicle is lost. */
	seats: field.wholeOrNull(0, 9),
	accompanistGone: field.idOrNull(),
	absent: field.ids(),
	host: field.idOrNull(),
	date: field.dateOrNull(),
	from: field.clockOrNull(),
	to: field.clockOrNull(),
	longerDate: field.dateOrNull(),
	longerMinutes: field.wholeOrNull(5, 240)
});

/** What somebody supposes, read from the form: at least one thing, and each of them whole. */
export const ScenarioForm = Fields.superRefine((typed, context) => {
	const say = (path: keyof typeof typed, message: string) =>
		context.addIssue({ code: 'custom', path: [path], message });
	if (typed.host && !typed.date) say('date', 'Choisissez le jour.');
	if (typed.host && typed.from === null) say('from', 'Indiquez une heure, par exemple 14 h.');
	if (typed.host && typed.to === null) say('to', 'Indiquez une heure, par exemple 16 h.');
	if (typed.host && typed.from !== null && typed.to !== null && typed.to <= typed.from)
		say('to', 'L’heure de fin vient après celle du début.');
	if (typed.seats === 1)
		say('seats', 'Une place ne suffit qu’à conduire : 2 au moins, ou 0 pour un véhicule perdu.');
	if (typed.longerDate && typed.longerMinutes === null) say('longerMinutes', 'Indiquez combien de minutes.');
	if (supposed(typed).length === 0 && context.issues.length === 0)
		say('companyGone', 'Supposez au moins une chose, dans l’un des champs.');
}).transform((typed) => ({ base: typed.base, name: typed.name, supposes: supposed(typed) }));

function supposed(typed: z.output<typeof Fields>): WhatIf[] {
	const { companyGone, vehicle, seats, accompanistGone, absent, host, date, from, to } = typed;
	const { longerDate, longerMinutes } = typed;
	return [
		...one(companyGone, (companyId) => ({ kind: 'company-gone', companyId })),
		...one(vehicle, (vehicleId) =>
			seats ? { kind: 'vehicle-seats', vehicleId, seats } : { kind: 'vehicle-gone', vehicleId }
		),
		...one(accompanistGone, (accompanistId) => ({ kind: 'accompanist-gone', accompanistId })),
		...(absent.length > 0 ? [{ kind: 'people-absent' as const, participantIds: absent }] : []),
		...(host && date && from !== null && to !== null
			? [{ kind: 'slot-added' as const, companyId: host, date, from, to }]
			: []),
		...(longerDate && longerMinutes
			? [{ kind: 'longer-day' as const, date: longerDate, minutes: longerMinutes, end: 'evening' as const }]
			: [])
	];
}

const one = (id: string | null, whatIf: (id: string) => WhatIf): WhatIf[] => (id ? [whatIf(id)] : []);

/** Whether each thing supposed is of this rally. */
export function isOfRally(
	supposes: readonly WhatIf[],
	{ companies, participants, vehicles, accompanists }: Record<'companies' | 'participants' | 'vehicles' | 'accompanists', readonly { id: string }[]> // prettier-ignore
): boolean {
	const among = (list: readonly { id: string }[], id: string) => list.some((of) => of.id === id);
	return supposes.every((whatIf) => {
		if ('companyId' in whatIf) return among(companies, whatIf.companyId);
		if ('vehicleId' in whatIf) return among(vehicles, whatIf.vehicleId);
		if ('accompanistId' in whatIf) return among(accompanists, whatIf.accompanistId);
		return whatIf.kind !== 'people-absent' || whatIf.participantIds.every((id) => among(participants, id));
	});
}
