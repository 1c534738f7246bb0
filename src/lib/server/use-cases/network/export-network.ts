import type { IsoDate } from '$lib/domain/calendar';
import { carrierNetworks } from '$lib/domain/carrier-networks/networks';
import { departments } from '$lib/domain/departments';
import { missingWords } from '$lib/domain/figures/measured';
import { principleKeys, principles } from '$lib/domain/fidelity/principles';
import { bilanFilterOf, bilanFilters, dateStateOf, dateStates, matching, readFilter, yearOf } from '$lib/domain/network/board'; // prettier-ignore
import { levelWords, rowScores, scorers, type Scorer } from '$lib/domain/network/compliance';
import {
	consolidatedColumns,
	consolidatedKeys,
	sides,
	type ShownSum,
	type Side
} from '$lib/domain/network/consolidated';
import { nameRightStates } from '$lib/domain/network/name-right';
import { organizerNetworks } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { network } from '../../db/repositories/network';
import type { Listed } from '../../spreadsheets/write';
import { exportFormats, type ExportFormat } from '../exports/export-list';
import { readYearTable } from './read-table';
import { federationScores } from './read-compliance';
import { readStandings } from './standing';

type Asked = Pick<URLSearchParams, 'get'>;

const shown = ({ total, masked }: ShownSum): string =>
	masked ? 'masqué' : total.is === 'value' ? String(total.value) : missingWords[total.is].short;

/** The federation's lists as files, under what the page's address asks. */
export const networkLists: Record<string, (db: Db, asked: Asked, today: IsoDate) => Promise<Listed>> = {
	async rallyes(db, asked, today) {
		const found = matching(await network(db).rallies(), readFilter(asked), today);
		const counts = await network(db).counts(found.map(({ id }) => id));
		return {
			name: 'Rallyes du réseau',
			headers: ['Rallye', 'Structure', 'Réseau', 'Édition', 'Département', 'Territoire', 'Premier jour', 'Dernier jour', 'Dates', 'Inscrits', 'Entreprises confirmées', 'Bilan'], // prettier-ignore
			rows: found.map((rally) => [
				rally.title,
				rally.organization,
				organizerNetworks[rally.network],
				String(rally.edition),
				departments[rally.department] ?? rally.department,
				rally.territory,
				rally.first ?? '',
				rally.last ?? '',
				dateStates[dateStateOf(rally, today)],
				String(counts.get(rally.id)?.participants ?? 0),
				String(counts.get(rally.id)?.companies ?? 0),
				bilanFilters[bilanFilterOf(rally)]
			])
		};
	},

	async tableau(db, asked, today) {
		const { year, tables } = await readYearTable(db, readFilter(asked).year, Number(today.slice(0, 4)));
		const line = (
			side: Side,
			name: string,
			rallies: string,
			sent: string,
			cells: Record<keyof typeof consolidatedColumns, ShownSum>
		) => [
			// prettier-ignore
			String(year),
			sides[side],
			name,
			rallies,
			sent,
			...consolidatedKeys.flatMap((key) => [shown(cells[key]), `${cells[key].answered}/${cells[key].asked}`]) // prettier-ignore
		];
		return {
			name: `Tableau ${year}`,
			headers: ['Année', 'Prévu ou réalisé', 'Structure', 'Rallyes', 'Bilans reçus', ...consolidatedKeys.flatMap((key) => [consolidatedColumns[key].label, `${consolidatedColumns[key].label} : renseignés`])], // prettier-ignore
			rows: (Object.keys(sides) as Side[]).flatMap((side) => [
				...tables[side].rows.map((row) =>
					line(side, row.name, String(row.rallies), String(row.sent), row.cells)
				),
				line(side, 'Total', '', '', tables[side].total)
			])
		};
	},

	/** A line for each rally, principle and scorer. */
	async conformite(db, asked) {
		const { year } = readFilter(asked);
		const grids = (await network(db).grids()).filter((one) => year === null || yearOf(one) === year);
		const scored = await federationScores(db);
		return {
			name: 'Grilles de fidélité',
			headers: ['Rallye', 'Structure', 'Dernier jour', 'Principe', ...Object.values(scorers), 'Commentaire de la structure', 'Commentaire de la fédération'], // prettier-ignore
			rows: grids.flatMap(({ rallyId, title, organization, last, grid }) => {
				const rows = new Map(rowScores(grid, scored.get(rallyId)).map((row) => [row.principle, row]));
				return principleKeys.map((key) => {
					const row = rows.get(key)!;
					return [title, organization, last ?? '', principles[key].label, ...(Object.keys(scorers) as Scorer[]).map((scorer) => levelWords(row[scorer])), row.comment, row.federationComment]; // prettier-ignore
				});
			})
		};
	},

	async structures(db, _asked, today) {
		return {
			name: 'Structures du réseau',
			headers: [
				'Structure',
				'Réseau',
				'Réseaux porteurs',
				'reseaux_porteurs',
				'Nom et logo',
				'Depuis',
				'Motif',
				'Territoire',
				'Rallyes',
				'Rencontres'
			],
			rows: (await readStandings(db, today)).map((one) => [
				one.name,
				organizerNetworks[one.network],
				one.carrierNetworks.map((key) => carrierNetworks[key]).join(' ; '),
				one.carrierNetworks.join(' ; '),
				one.right ? nameRightStates[one.right.state] : 'À décider',
				one.right?.heldFrom ?? '',
				one.right?.reason ?? '',
				one.territories.map(({ code, name }) => name || (departments[code] ?? code)).join(', '),
				String(one.rallies.length),
				String(one.meetings)
			])
		};
	}
};

/** A list of the federation as a file; null for one that does not exist. */
export async function exportNetwork(
	db: Db,
	list: string,
	format: ExportFormat,
	asked: Asked,
	today: IsoDate
): Promise<Uint8Array<ArrayBuffer> | null> {
	if (!Object.hasOwn(networkLists, list)) return null;
	return exportFormats[format](await networkLists[list]!(db, asked, today));
}
