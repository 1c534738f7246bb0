import { resolve } from '$app/paths';
import { evidencePlaces, type EvidencePlace } from '$lib/domain/fidelity/proposal';

/** Where the evidence of a row is seen: its address and the words of the link. */
export const evidencePages = (rally: string): Record<EvidencePlace, { href: string; label: string }> => ({
	programme: { href: resolve(`/rallyes/${rally}/reglages`), label: evidencePlaces.programme },
	companies: { href: resolve(`/rallyes/${rally}/entreprises`), label: evidencePlaces.companies },
	participants: { href: resolve(`/rallyes/${rally}/participants`), label: evidencePlaces.participants },
	vehicles: { href: resolve(`/rallyes/${rally}/vehicules`), label: evidencePlaces.vehicles },
	partners: { href: resolve(`/rallyes/${rally}/partenaires`), label: evidencePlaces.partners },
	planning: { href: resolve(`/rallyes/${rally}/planning`), label: evidencePlaces.planning },
	presences: { href: resolve(`/rallyes/${rally}/jour/presences`), label: evidencePlaces.presences },
	documents: { href: resolve(`/rallyes/${rally}/documents`), label: evidencePlaces.documents },
	bilans: { href: resolve(`/rallyes/${rally}/bilans`), label: evidencePlaces.bilans }
});
