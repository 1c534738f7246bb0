import { visitingHalfDays, type TypedHalfDay } from '../calendar';
import type { Company } from '../company';
import type { Dossier } from '../dossier';
import { french } from '../french';
import { countedSector } from '../sector';
import { hoursOf } from './coverage';

export interface Replacement {
	company: Company;
	sameSector: boolean;
	/** Half-days on which both offer hours. */
	halfDays: TypedHalfDay[];
}

/** Who could take the place of a company that withdrew: reserves, then those interested, of its sector or its half-days. */
export function replacementsFor(gone: Company, dossier: Dossier): Replacement[] {
	const { nomenclature } = dossier.rally.settings;
	const wanted = offeredHalfDays(gone, dossier);
	const sector = countedSector(gone, nomenclature);
	return dossier.companies
		.filter(({ id, state }) => id !== gone.id && (state === 'reserve' || state === 'interested'))
		.map((company) => ({
			company,
			sameSector: countedSector(company, nomenclature) === sector,
			halfDays: offeredHalfDays(company, dossier).filter(({ key }) => wanted.some((half) => half.key === key))
		}))
		.filter(
			({ company, sameSector, halfDays }) => company.state === 'reserve' || sameSector || halfDays.length > 0
		)
		.sort(
			(a, b) =>
				Number(b.company.state === 'reserve') - Number(a.company.state === 'reserve') ||
				Number(b.sameSector) - Number(a.sameSector) ||
				b.halfDays.length - a.halfDays.length ||
				french.compare(a.company.name, b.company.name)
		);
}

const offeredHalfDays = ({ slots }: Company, { rally }: Pick<Dossier, 'rally'>): TypedHalfDay[] =>
	visitingHalfDays(rally.programme).filter((half) => {
		const hours = hoursOf(half, rally.programme);
		return slots.some(({ date, from, to }) => date === half.date && from < hours.to && to > hours.from);
	});
