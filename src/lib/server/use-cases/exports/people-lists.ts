import { wallClock } from '$lib/domain/clock';
import { allConsentKinds, consentDecisions, consentKinds } from '$lib/domain/consent/consent';
import { presenceStates } from '$lib/domain/day/event';
import { capitalised, clock, halfDayInWords } from '$lib/domain/french';
import { participantStates } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import type { Listed } from '../../spreadsheets/write';
import { readAllConsents } from '../consents/read-consents';
import { readPresences } from '../day/read-presences';
import { readReminders } from '../reminders/read-reminders';
import { fseList } from './fse-list';

/** What the address says besides the list's name: `?quoi=…&quand=7`. */
export type Asked = Pick<URLSearchParams, 'get'>;

/** Lists made of what people tell the organiser: they leave with the right `people:private` only. */
export const peopleLists: Record<string, (db: Db, rally: Rally, asked: Asked) => Promise<Listed>> = {
	fse: fseList,

	async accords(db, rally) {
		const people = await readAllConsents(db, rally);
		return {
			name: 'Accords',
			headers: ['Nom', 'Inscription', ...allConsentKinds.map((kind) => consentKinds[kind])],
			rows: people.map(({ name, state, consents }) => [
				name,
				participantStates[state],
				...allConsentKinds.map((kind) => (consents[kind] ? consentDecisions[consents[kind]] : 'À demander'))
			])
		};
	},

	async rappels(db, rally, asked) {
		const wanted = { what: asked.get('quoi'), days: Number(asked.get('quand')) || null };
		const { list } = await readReminders(db, rally, wanted, wallClock(new Date()).date);
		return {
			name: 'Rappels',
			headers: ['Nom', 'Téléphone', 'Courriel', 'Texte'],
			rows: list.map(({ name, phone, email, text }) => [name, phone, email, text])
		};
	},

	async presences(db, rally) {
		const { halves, people } = await readPresences(db, rally, new Date());
		return {
			name: 'Présences',
			headers: [
				'Nom',
				'Équipe',
				...halves.map((half) => capitalised(halfDayInWords(half))),
				'Entreprises prévues',
				'Entreprises visitées',
				'dont sans heure notée',
				'Visites à préciser'
			],
			rows: people.map(({ name, team, cells, planned, done, unmarked, unsaid }) => [
				name,
				team,
				...cells.map(({ said }) =>
					said
						? `${presenceStates[said.state]}${said.from === null ? '' : ` à ${clock(said.from)}`}`
						: 'à noter'
				),
				...[planned, done, unmarked, unsaid].map(String)
			])
		};
	}
};
