import { readStopKey, type StopKey } from '$lib/domain/day/event';
import { figureKeys, wordedEntry, type FigureKey } from '$lib/domain/figures/catalogue';
import { figureInWords } from '$lib/domain/figures/words';
import { french, longDate } from '$lib/domain/french';
import { fullName } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { records, type EditableKind } from '../../db/repositories/records';
import { readIndicators } from '../network/indicators';
import { readFigures } from './read-figures';

/** The rows behind one figure: for who prepares the rally and may see people. */
export interface FigureTrace {
	label: string;
	definition: string;
	/** The figure, unmasked, or why it is missing. */
	said: string;
	rows: { name: string; detail: string; path: string | null }[];
	empty: string;
}

export async function readTrace(
	db: Db,
	rally: Rally,
	key: string,
	column: 'planned' | 'done',
	now: Date
): Promise<FigureTrace | null> {
	if (!(figureKeys as readonly string[]).includes(key)) return null;
	const figure = key as FigureKey;
	const counted = await readFigures(db, rally, now);
	const { rows, measured } = counted.traces[figure][column];
	const { label, definition, rows: of } = wordedEntry(figure, (await readIndicators(db)).wording);
	return {
		label,
		definition,
		said: figureInWords(counted, figure, false)[column],
		rows: await namedRows(db, rally, of, rows),
		empty:
			measured.is !== 'value'
				? 'Ce chiffre n’est pas encore connu.'
				: of === 'none'
					? 'Ce chiffre se calcule à partir d’autres : il n’a pas de liste à lui.'
					: 'Aucune fiche.'
	};
}

type Source = ReturnType<typeof wordedEntry>['rows'];

async function namedRows(
	db: Db,
	rally: Rally,
	of: Source,
	ids: readonly string[]
): Promise<FigureTrace['rows']> {
	if (ids.length === 0 || of === 'none') return [];
	if (of === 'visits') {
		const names = await namesOf(db, rally, 'company');
		return ids.map((id) => {
			const [team = '', stop = ''] = id.split('|');
			const read = readStopKey(stop as StopKey);
			return {
				name: read ? (names.get(read.companyId) ?? 'Entreprise effacée') : stop,
				detail: `équipe ${team}${read ? `, ${longDate(read.date)}` : ''}`,
				path: read ? `entreprises/${read.companyId}` : null
			};
		});
	}
	const source = sources[of];
	if (!source) return [];
	const names = await namesOf(db, rally, source.kind);
	return ids
		.map((id) => ({ name: names.get(id) ?? 'Fiche effacée', detail: '', path: `${source.folder}/${id}` }))
		.sort((a, b) => french.compare(a.name, b.name));
}

const sources: Partial<Record<Source, { kind: EditableKind; folder: string }>> = {
	participants: { kind: 'participant', folder: 'participants' },
	companies: { kind: 'company', folder: 'entreprises' },
	accompanists: { kind: 'accompanist', folder: 'accompagnateurs' },
	partners: { kind: 'partner', folder: 'partenaires' }
};

async function namesOf(db: Db, rally: Rally, kind: EditableKind): Promise<Map<string, string>> {
	const rows = [
		...(await records(db, kind).list(rally.id)),
		...(await records(db, kind).list(rally.id, { archived: true }))
	] as { id: string; name?: string; firstName?: string; lastName?: string }[];
	return new Map(
		rows.map(({ id, name, firstName = '', lastName = '' }) => [id, name ?? fullName({ firstName, lastName })])
	);
}
