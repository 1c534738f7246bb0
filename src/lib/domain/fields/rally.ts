import { halfDayKinds, type ProgrammeDay } from '../calendar';
import { departments } from '../departments';
import { clock, dayAndMonth, longDate } from '../french';
import type { ClosingEvent, Place, Rally, RallySettings } from '../rally';
import type { Fields } from '../records';
import { labelled } from './words';

const place = (value: Place | null) =>
	value ? [value.label, value.address, value.commune].filter(Boolean).join(', ') : '';

export const rallyFields = {
	title: { label: 'Nom du rallye' },
	edition: { label: 'Édition' },
	territory: { label: 'Territoire' },
	department: { label: 'Département', words: labelled(departments as Record<string, string>) },
	programme: {
		label: 'Programme',
		words: (days: ProgrammeDay[]) =>
			days
				.map(
					(day) =>
						`${dayAndMonth(day.date)} : ${halfDayKinds[day.morning]} puis ${halfDayKinds[day.afternoon]}`
				)
				.join(' ; ')
	},
	meetingPoint: { label: 'Point de rendez-vous', words: place },
	closing: {
		label: 'Clôture',
		words: (value: ClosingEvent | null) =>
			value ? `${longDate(value.date)} à ${clock(value.start)}, ${place(value.place)}` : ''
	},
	contactName: { label: 'Personne à appeler pendant le rallye' },
	contactPhone: { label: 'Son téléphone' },
	settings: {
		label: 'Règles du planning',
		words: (value: RallySettings) =>
			`visites de ${value.visitMinutes} min, marge ${value.bufferMinutes} min, ${value.minSectors} secteurs au moins`
	}
} as const satisfies Fields<Omit<Rally, 'id' | 'organizationId' | 'charterVersion' | 'charterNumbers'>>;
