import type { Rally } from '$lib/domain/rally';
import { err, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { locate } from '../../geocoding/communes';
import {
	addRecord,
	saveRecord,
	type Changed,
	type EditedMeanwhile,
	type Editor,
	type NotFound
} from '../records/edit-record';
import type { CompanyInput } from './company-form';

/** A slot on a day that is not one of the rally's. `line` counts from 0. */
export type SlotOutsideRally = { code: 'slot-outside-rally'; line: number };
/** One of the two coordinates is missing. */
export type HalfPosition = { code: 'half-position' };
export type CompanyFault = SlotOutsideRally | HalfPosition;

export async function addCompany(
	db: Db,
	rally: Rally,
	input: CompanyInput,
	editor: Editor
): Promise<Result<Changed, CompanyFault>> {
	const wrong = faultIn(rally, input);
	if (wrong) return err(wrong);
	return { ok: true, value: await addRecord(db, 'company', rally, placed(input), editor) };
}

export async function saveCompany(
	db: Db,
	rally: Rally,
	id: string,
	{ version, ...input }: CompanyInput & { version: number },
	editor: Editor
): Promise<Result<Changed, CompanyFault | NotFound | EditedMeanwhile>> {
	const wrong = faultIn(rally, input);
	if (wrong) return err(wrong);
	return saveRecord(db, 'company', rally, id, version, placed(input), editor);
}

function faultIn(rally: Rally, { slots, longitude, latitude }: CompanyInput): CompanyFault | null {
	const days = new Set(rally.programme.map(({ date }) => date));
	const line = slots.findIndex(({ date }) => !days.has(date));
	if (line >= 0) return { code: 'slot-outside-rally', line };
	return (longitude === null) === (latitude === null) ? null : { code: 'half-position' };
}

/** Without a pin set by hand the company stands at its commune's centre, and says so. */
function placed(input: CompanyInput): CompanyInput {
	if (input.longitude !== null && input.precision && input.precision !== 'commune') return input;
	const found = locate({ commune: input.commune, postcode: input.postcode });
	if (!found) return { ...input, precision: input.longitude === null ? null : 'pin' };
	return { ...input, longitude: found.position.lon, latitude: found.position.lat, precision: 'commune' };
}
