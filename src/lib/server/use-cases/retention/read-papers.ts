import { privacyPapers, type OutsideService, type PrivacyPaper } from '$lib/domain/privacy/papers';
import type { Db } from '../../db/client';
import type { env } from '../../env';
import { organizations } from '../../db/repositories/organizations';
import { retentions } from '../../db/repositories/retention';

type Settings = Pick<ReturnType<typeof env>, 'smtpUrl' | 'companyDirectory' | 'geocoder' | 'roads' | 'tiles'>;

/** Whom this installation asks, by its settings: what is not set is never called. */
const servicesOf = (set: Settings): OutsideService[] => [
	...(set.companyDirectory
		? [{ name: 'Annuaire des entreprises', sends: 'le nom ou le SIRET d’une entreprise' }]
		: []),
	...(set.geocoder
		? [{ name: 'Base adresse', sends: 'l’adresse d’une entreprise ou d’un lieu du rallye, jamais celle d’une personne' }] // prettier-ignore
		: []),
	...(set.roads
		? [{ name: 'Serveur d’itinéraires', sends: 'les coordonnées des entreprises et du rendez-vous' }]
		: []),
	...(set.tiles ? [{ name: 'Fond de carte', sends: 'l’endroit regardé et l’adresse IP de qui regarde' }] : [])
];

/** The papers of an organisation as its settings make them today; null for one that does not exist. */
export async function readPapers(
	db: Db,
	organizationId: string,
	set: Settings
): Promise<{ organization: { id: string; name: string }; papers: PrivacyPaper[] } | null> {
	const organization = await organizations(db).find(organizationId);
	if (!organization) return null;
	const { months, automatic } = await retentions(db).find(organizationId);
	return {
		organization: { id: organization.id, name: organization.name },
		papers: privacyPapers({
			organization: organization.name,
			months,
			alone: automatic,
			services: servicesOf(set),
			mail: set.smtpUrl !== null
		})
	};
}
