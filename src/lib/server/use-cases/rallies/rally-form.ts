import { z } from 'zod';
import { halfDayKinds, type ProgrammeDay } from '$lib/domain/calendar';
import { declarationRules } from '$lib/domain/declaration';
import { departments } from '$lib/domain/departments';
import { formats } from '$lib/domain/formats';
import { precisions, terrains, type ClosingEvent, type Place, type RallySettings } from '$lib/domain/rally';
import { MOST_RUSH_HOURS, type RushHour } from '$lib/domain/rush-hours';
import { nomenclatures } from '$lib/domain/sector';
import { checkPosition, positionWords } from '$lib/geo/place';
import * as field from '../../fields';

const identity = {
	title: field.required('Donnez un nom au rallye.', 120),
	edition: field.whole(1, 60),
	territory: field.text(120),
	department: field.choice(departments, 'Choisissez le département.')
};

/** What is asked to open a rally; everything else starts from a format and can be changed. */
export const OpenRallyForm = z.object({
	...identity,
	organizationId: field.required('Choisissez la structure organisatrice.'),
	first: field.date('Indiquez le premier jour.'),
	format: field.choice(formats, 'Choisissez un format.')
});

const lunch = z
	.object({ from: field.clockOrNull(), to: field.clockOrNull(), minutes: field.wholeOrNull(0, 180) })
	.transform(({ from, to, minutes }, context) => {
		if (!minutes) return null;
		if (from === null || to === null || to - from < minutes) {
			context.addIssue({
				code: 'custom',
				path: ['from'],
				message: 'La pause doit tenir entre son début et sa fin.'
			});
			return z.NEVER;
		}
		return { from, to, minutes };
	});

const ProgrammeLine = z
	.object({
		date: field.date('Indiquez la date.'),
		morning: field.choice(halfDayKinds),
		afternoon: field.choice(halfDayKinds),
		start: field.clockTime(),
		end: field.clockTime(),
		lunch
	})
	.refine(({ start, end }) => end > start, { error: 'La fin doit venir après le début.', path: ['end'] });

/** Days as typed, put in order; a line without a date is taken out. */
const programme = z.array(z.record(z.string(), z.unknown())).transform((lines, context): ProgrammeDay[] => {
	const days: ProgrammeDay[] = [];
	lines.forEach((line, i) => {
		if (!line?.date) return;
		const read = ProgrammeLine.safeParse(line);
		if (read.success) days.push(read.data);
		else
			for (const { path, message } of read.error.issues)
				context.addIssue({ code: 'custom', message, path: [i, ...path] });
		if (read.success && days.filter(({ date }) => date === read.data.date).length > 1) {
			context.addIssue({ code: 'custom', message: 'Ce jour est déjà dans le programme.', path: [i, 'date'] });
		}
	});
	if (days.length === 0) context.addIssue({ code: 'custom', message: 'Il faut au moins un jour.', path: [] });
	if (days.length > 6) context.addIssue({ code: 'custom', message: 'Six jours au plus.', path: [] });
	return days.sort((a, b) => a.date.localeCompare(b.date));
});

/** Wide enough for axes that were exchanged: the reason is then told. */
const NOT_DEGREES = 'Une coordonnée est un nombre de degrés, par exemple 44,735.';

const Position = z
	.object({
		lon: field.decimalOrNull(-180, 180, NOT_DEGREES),
		lat: field.decimalOrNull(-180, 180, NOT_DEGREES)
	})
	.transform(({ lon, lat }, context) => {
		if (lon !== null && lat !== null) {
			const checked = checkPosition({ lon, lat });
			if (checked.ok) return checked.value;
			context.addIssue({ code: 'custom', path: ['lat'], message: positionWords(checked.error) });
			return null;
		}
		if (lon !== null || lat !== null) {
			context.addIssue({
				code: 'custom',
				path: ['lat'],
				message: 'Donnez la latitude et la longitude, ou aucune des deux.'
			});
		}
		return null;
	});

const place = z.object({
	label: field.text(120),
	address: field.text(200),
	postcode: field.postcode(),
	commune: field.text(80),
	position: Position,
	precision: field.choiceOrNull(precisions)
});

/** A place of which nothing is said is no place. */
const placeOrNull = place.transform((value): Place | null =>
	value.label || value.address || value.commune || value.position ? value : null
);

const closing = z
	.object({ date: field.text(10), start: field.clockOrNull(), place })
	.transform(({ date, start, place }, context): ClosingEvent | null => {
		if (!date) return null;
		if (!field.date().safeParse(date).success)
			context.addIssue({ code: 'custom', path: ['date'], message: 'Indiquez une date.' });
		if (start === null)
			context.addIssue({ code: 'custom', path: ['start'], message: 'À quelle heure commence la clôture ?' });
		return { date, start: start ?? 0, place };
	});

const RushLine = z
	.object({
		from: field.clockTime(),
		to: field.clockTime(),
		percent: field.whole(1, 200)
	})
	.refine(({ from, to }) => to > from, { error: 'La fin doit venir après le début.', path: ['to'] });

/** Hours when the road takes longer; a line left empty is none. */
const rushHours = z.preprocess(
	(lines) => lines ?? [],
	z.array(z.record(z.string(), z.unknown())).transform((lines, context): RushHour[] => {
		const read: RushHour[] = [];
		lines.forEach((line, i) => {
			if (!Object.values(line).some((value) => value !== '' && value !== null && value !== undefined)) return;
			const one = RushLine.safeParse(line);
			if (one.success) read.push(one.data);
			else
				for (const { path, message } of one.error.issues)
					context.addIssue({ code: 'custom', message, path: [i, ...path] });
		});
		if (read.length > MOST_RUSH_HOURS)
			context.addIssue({ code: 'custom', message: `${MOST_RUSH_HOURS} périodes au plus.`, path: [] });
		return read.sort((a, b) => a.from - b.from);
	})
);

const settings = z.object({
	visitMinutes: field.whole(15, 240),
	bufferMinutes: field.whole(0, 60),
	minSectors: field.whole(1, 8),
	startGrid: field.whole(5, 60),
	spareMinutes: field.whole(0, 60),
	nomenclature: field.choice(nomenclatures),
	terrain: field.choice(terrains),
	roadMargin: field.whole(0, 100),
	parkingMinutes: field.whole(0, 30),
	rushHours,
	solicitationsPerYear: field.whole(1, 12),
	contactsPerMonth: field.whole(1, 30),
	declarations: field.choice(declarationRules)
}) satisfies z.ZodType<RallySettings>;

export const RallyForm = z.object({
	...identity,
	programme,
	meetingPoint: placeOrNull,
	closing,
	contactName: field.text(120),
	contactPhone: field.phone(),
	settings
});

/** Another first day for the whole rally. */
export const MoveForm = z.object({ moveTo: field.dateOrNull() });

export type OpenRallyInput = z.output<typeof OpenRallyForm>;
export type RallyInput = z.output<typeof RallyForm>;
