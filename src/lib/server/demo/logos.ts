import type { Rally } from '$lib/domain/rally';
import type { Db } from '../db/client';
import { records } from '../db/repositories/records';
import { saveLogo } from '../use-cases/logos/save-logo';
import { readSupporters, saveSupporterLogo } from '../use-cases/logos/supporter-logos';
import type { Editor } from '../use-cases/records/edit-record';
import { inventedLogos } from './invented-logos';

const bytesOf = (name: keyof typeof inventedLogos) =>
	new Uint8Array(Buffer.from(inventedLogos[name], 'base64'));

/** INVENTED logos, so that papers are seen as they will be; the right to the rallies' own comes with the network. */
export async function seedLogos(db: Db, rally: Rally, editor: Editor): Promise<void> {
	const { organizationId } = rally;
	await saveLogo(db, organizationId, { kind: 'rally', version: 0, bytes: bytesOf('rally') }, editor);
	await saveLogo(db, organizationId, { kind: 'own', version: 0, bytes: bytesOf('own') }, editor);
	await seedSupporterLogos(db, rally, editor);
}

/** A funder's, and a donor's. */
export async function seedSupporterLogos(db: Db, rally: Rally, editor: Editor): Promise<void> {
	const funder = (await records(db, 'partner').list(rally.id)).find(({ roles }) => roles.includes('funder'));
	const donor = (await readSupporters(db, rally)).find((one) => one.as === 'Entreprise qui donne');
	if (funder)
		await saveSupporterLogo(db, rally, { id: funder.id, version: 0, bytes: bytesOf('funder') }, editor);
	if (donor)
		await saveSupporterLogo(db, rally, { id: donor.id, version: 0, bytes: bytesOf('donor') }, editor);
}
