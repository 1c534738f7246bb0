import { wallClock } from '$lib/domain/clock';
import { french } from '$lib/domain/french';
import { fseRegister, type FseRegister } from '$lib/domain/fse/register';
import { staysPlanned, staysSaid } from '$lib/domain/fse/stay';
import { fullName } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { followUp } from '../../db/repositories/follow-up';
import { records, type RecordRow } from '../../db/repositories/records';
import { readDay } from '../day/read-day';

export interface FseRead extends FseRegister<RecordRow<'participant'>> {
	/** On presences noted; otherwise on those enrolled and the absences they announced. */
	fromPresences: boolean;
}

/** The register of the FSE+, by name: for those who may see people's situation and contacts. */
export async function readFse(db: Db, rally: Rally, now: Date): Promise<FseRead> {
	const { presence } = await readDay(db, rally, now);
	const said = staysSaid(rally.programme, presence);
	const fromPresences = said.size > 0;
	const active = await records(db, 'participant').list(rally.id);
	// Somebody who came counts even when their record was put away since.
	const archived = fromPresences ? await records(db, 'participant').list(rally.id, { archived: true }) : [];
	const byName = (a: RecordRow<'participant'>, b: RecordRow<'participant'>) =>
		french.compare(`${a.lastName} ${a.firstName}`, `${b.lastName} ${b.firstName}`);
	const read = fseRegister({
		// The record in use gives its name and its link.
		people: [...active.sort(byName), ...archived.sort(byName)],
		stays: fromPresences
			? said
			: staysPlanned(
					rally.programme,
					active.filter(({ state }) => state === 'confirmed')
				),
		lines: await followUp(db, rally.id).list(),
		today: wallClock(now).date
	});
	return { ...read, sheets: read.sheets.sort((a, b) => byName(a.person, b.person)), fromPresences };
}

/** What a page shows of somebody. */
export const named = (person: RecordRow<'participant'>) => ({ id: person.id, name: fullName(person) });
