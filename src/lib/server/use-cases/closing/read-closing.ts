import { guestCount, type GuestCount } from '$lib/domain/closing/guests';
import type { Handovers } from '$lib/domain/closing/rally-sheet';
import { speakingTime, timed, usualSteps, type SpeakingTime, type Step } from '$lib/domain/closing/run-sheet';
import { french } from '$lib/domain/french';
import { fullName, shownName } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { rallySheets, type StoredSheet } from '../../db/repositories/rally-sheets';
import { records } from '../../db/repositories/records';
import { whoTookPart } from '../measure/who-took-part';

export interface Closing {
	guests: GuestCount;
	sheet: StoredSheet<'closing'>;
	/** What was written, or what is proposed while nothing was. */
	steps: Step[];
	proposed: boolean;
	time: SpeakingTime;
	ends: number | null;
}

/** The closing as it stands: who is invited, and what happens. */
export async function readClosing(db: Db, rally: Rally): Promise<Closing> {
	const sheet = await rallySheets(db, rally.id).find('closing');
	const proposed = sheet.version === 0;
	const steps = proposed ? usualSteps : sheet.content.steps;
	return {
		guests: guestCount(await records(db, 'guest').list(rally.id)),
		sheet,
		steps,
		proposed,
		time: speakingTime(steps),
		ends: rally.closing ? (timed(steps, rally.closing.start).at(-1)?.to ?? null) : null
	};
}

export interface ToHandOver {
	sheet: StoredSheet<'handovers'>;
	people: { id: string; name: string; shown: string; company: string }[];
	prizes: { id: string; what: string; donor: string; to: string }[];
	companies: { id: string; name: string }[];
	/** Companies that each person visited, or will: what a proposal is made from. */
	met: Map<string, string[]>;
}

/** Diplomas and prizes, with who hands over and who receives. */
export async function readHandovers(db: Db, rally: Rally): Promise<ToHandOver> {
	const sheet = await rallySheets(db, rally.id).find('handovers');
	const { people, companies, met } = await whoTookPart(db, rally, new Date());
	const all = await records(db, 'company').list(rally.id);
	const names = new Map(all.map(({ id, name }) => [id, name]));
	const { diplomas, prizes }: Handovers = sheet.content;
	return {
		sheet,
		people: people
			.map((person) => ({
				id: person.id,
				name: fullName(person),
				shown: shownName(person),
				company: diplomas[person.id] ?? ''
			}))
			.sort((a, b) => french.compare(a.name, b.name)),
		prizes: (await records(db, 'commitment').list(rally.id))
			.filter(({ kind, companyId }) => kind === 'prize' && names.has(companyId))
			.map(({ id, description, quantity, companyId }) => ({
				id,
				what: [description.trim() || 'Lot à préciser', quantity && quantity > 1 && `(${quantity})`].filter(Boolean).join(' '), // prettier-ignore
				donor: names.get(companyId)!,
				to: prizes[id] ?? ''
			})),
		companies: companies.map(({ id, name }) => ({ id, name })).sort((a, b) => french.compare(a.name, b.name)),
		met
	};
}
