import { participantFields } from '$lib/domain/fields/participant';
import { fseGaps } from '$lib/domain/fse/sheet';
import { daysOf } from '$lib/domain/fse/stay';
import { ageBands, diplomas, genders, statuses } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import type { Listed } from '../../spreadsheets/write';
import { readFse } from '../fse/read-fse';

/**
 * The participants of the operation, one a row, with what their sheet lacks. Columns are ours: the template of « Ma
 * démarche FSE+ » changes with the programme and is not copied here. Neither needs nor wishes are asked, nor given.
 */
export async function fseList(db: Db, rally: Rally): Promise<Listed> {
	const { sheets } = await readFse(db, rally, new Date());
	const { lastName, firstName, gender, ageBand, diploma, commune, postcode, phone, email } =
		participantFields;
	const { referentName, referentPhone, referentEmail } = participantFields;
	return {
		name: 'Participants FSE+',
		headers: [
			...[lastName, firstName, gender, ageBand, diploma].map(({ label }) => label),
			'Situation à l’entrée',
			...[commune, postcode, phone, email, referentName, referentPhone, referentEmail].map(
				({ label }) => label
			),
			'Date d’entrée',
			'Date de sortie',
			'Jours de présence',
			'Demi-journées de présence',
			'Situation à la sortie',
			'Connue le',
			'Il manque'
		],
		rows: sheets.map(({ person, stay, from, to, exit, gaps }) => [
			person.lastName,
			person.firstName,
			person.gender ? genders[person.gender] : '',
			person.ageBand ? ageBands[person.ageBand] : '',
			person.diploma ? diplomas[person.diploma] : '',
			person.statuses.map((status) => statuses[status]).join(' ; '),
			...[person.commune, person.postcode, person.phone, person.email],
			...[person.referentName, person.referentPhone, person.referentEmail],
			from,
			to,
			String(daysOf(stay).length),
			String(stay.length),
			exit?.label ?? '',
			exit?.on ?? '',
			gaps.map((gap) => fseGaps[gap]).join(' ; ')
		])
	};
}
