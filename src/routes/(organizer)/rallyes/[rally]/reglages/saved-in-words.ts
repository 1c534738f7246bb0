import { listed, plural } from '$lib/domain/french';
import type { Followed } from '$lib/server/use-cases/rallies/move-rally';

/** What is told once the rally is saved: with its days, all that moved along. */
export function savedInWords({ days, closing, companies, absences, visits }: Followed): string {
	if (days === 0) return 'Le programme et les réglages sont enregistrés.';
	const along = [
		...(companies > 0 ? [`les créneaux de ${plural(companies, 'entreprise')}`] : []),
		...(absences > 0 ? [`les absences de ${plural(absences, 'fiche')}`] : []),
		...(closing ? ['la clôture'] : []),
		...(visits > 0 ? ['les visites du planning'] : [])
	];
	const far = `Tout le rallye a lieu ${plural(Math.abs(days), 'jour')} plus ${days > 0 ? 'tard' : 'tôt'}.`;
	return along.length === 0
		? `${far} Le programme et les réglages sont enregistrés.`
		: `${far} Ont suivi : ${listed(along)}. Prévenez les entreprises et les équipes.`;
}
