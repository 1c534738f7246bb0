import type { Db } from '$lib/server/db/client';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { LogForm } from '$lib/server/use-cases/mobilisation/exchange-form';
import { addCompany } from '$lib/server/use-cases/companies/save-company';
import type { CompanyInput } from '$lib/server/use-cases/companies/company-form';
import { seedOrganization } from '$lib/server/use-cases/accounts/seed-organization';
import { currentCharter } from '$lib/domain/charter/numbers';
import { defaultSettings } from '$lib/domain/rally';
import { aProgramme } from '../../builders';
import * as inputs from '../records/inputs';
import { value } from '../records/rallies';

export const today = '2027-04-14';

/** An organisation with one account, and a rally of it. */
export async function anOrganization(db: Db, name: string) {
	const { organizationId, userIds } = await seedOrganization(db, { name, network: 'mife' }, [
		{
			name: `Claire ${name}`,
			email: `claire@${name}.exemple.fr`,
			password: 'un-mot-de-passe',
			role: 'administrator'
		}
	]);
	return { organizationId, editor: { name: `Claire ${name}`, userId: userIds[0]! } };
}

export const aRallyOf = (
	db: Db,
	organizationId: string,
	title = 'Rallye',
	first = '2027-06-08'
): Promise<StoredRally> =>
	rallies(db).add({
		organizationId,
		title,
		department: '74',
		programme: aProgramme(first, 'VV VR'),
		settings: defaultSettings,
		charterVersion: currentCharter,
		updatedBy: 'Claire'
	});

export const aCompanyOf = async (
	db: Db,
	rally: StoredRally,
	difference: Partial<CompanyInput> = {}
): Promise<string> =>
	value(
		await addCompany(db, rally, inputs.company({ state: 'identified', ...difference }), { name: 'Claire' })
	).id;

export const companyNow = async (db: Db, rally: StoredRally, id: string) =>
	(await records(db, 'company').find(rally.id, id))!;

/** What the form of an exchange sends when little is typed. */
export const told = (difference: Record<string, string> = {}) =>
	LogForm.parse({ on: today, channel: 'phone', outcome: 'message', ...difference });
