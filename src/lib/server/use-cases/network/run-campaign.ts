import { z } from 'zod';
import type { IsoDate } from '$lib/domain/calendar';
import { campaignCounts, campaignState, expectedIn, remindersOf } from '$lib/domain/network/campaign';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { campaigns, type StoredCampaign } from '../../db/repositories/campaigns';
import { network } from '../../db/repositories/network';
import * as field from '../../fields';
import type { EditedMeanwhile, Editor, NotFound } from '../records/edit-record';

export const CampaignForm = z
	.object({
		year: field.whole(2000, 2100),
		opensOn: field.date('Indiquez la date d’ouverture.'),
		dueOn: field.date('Indiquez l’échéance.'),
		message: field.text(2000)
	})
	.refine(({ opensOn, dueOn }) => dueOn >= opensOn, {
		error: 'L’échéance vient après l’ouverture.',
		path: ['dueOn']
	});
export type CampaignInput = z.output<typeof CampaignForm>;
export type YearTaken = { code: 'year-taken' };

/** Opens the campaign of a year: one a year. */
export async function openCampaign(
	db: Db,
	organizationId: string,
	input: CampaignInput,
	editor: Editor
): Promise<Result<string, YearTaken>> {
	const id = await campaigns(db).add({ ...input, organizationId, updatedBy: editor.name });
	return id === null ? err({ code: 'year-taken' }) : ok(id);
}

export async function saveCampaign(
	db: Db,
	id: string,
	version: number,
	input: CampaignInput,
	editor: Editor
): Promise<Result<null, NotFound | EditedMeanwhile | YearTaken>> {
	const before = await campaigns(db).find(id);
	if (!before) return err({ code: 'not-found' });
	const taken = await campaigns(db).ofYear(before.organizationId, input.year);
	if (taken && taken.id !== id) return err({ code: 'year-taken' });
	if (await campaigns(db).save(id, version, { ...input, updatedBy: editor.name })) return ok(null);
	const current = (await campaigns(db).find(id)) ?? before;
	return err({
		code: 'edited-meanwhile',
		by: current.updatedBy,
		at: current.updatedAt,
		current: { ...current },
		opened: null
	});
}

/** Closes a campaign, or opens it again; whatever its version. */
export async function closeCampaign(
	db: Db,
	id: string,
	closed: boolean,
	editor: Editor
): Promise<Result<null, NotFound>> {
	for (;;) {
		const current = await campaigns(db).find(id);
		if (!current) return err({ code: 'not-found' });
		const changes = { closedAt: closed ? new Date() : null, updatedBy: editor.name };
		if (await campaigns(db).save(id, current.version, changes)) return ok(null);
	}
}

/** Every campaign with how far it is. */
export async function readCampaigns(db: Db, today: IsoDate) {
	const rallies = await network(db).rallies();
	return (await campaigns(db).list()).map((one) => ({
		...shown(one, today),
		counts: campaignCounts(expectedIn(one, rallies, today))
	}));
}

/** One campaign: what it expects of whom, and the reminders to copy; null when there is none. */
export async function readCampaign(db: Db, id: string, today: IsoDate) {
	const found = await campaigns(db).find(id);
	if (!found) return null;
	const organizations = expectedIn(found, await network(db).rallies(), today);
	return {
		campaign: shown(found, today),
		organizations,
		counts: campaignCounts(organizations),
		reminders: remindersOf(found, organizations, today)
	};
}

const shown = (campaign: StoredCampaign, today: IsoDate) => ({
	id: campaign.id,
	year: campaign.year,
	opensOn: campaign.opensOn,
	dueOn: campaign.dueOn,
	message: campaign.message,
	version: campaign.version,
	updatedAt: campaign.updatedAt,
	updatedBy: campaign.updatedBy,
	archivedAt: null,
	state: campaignState(campaign, today)
});
