import type { Position, Rally } from '$lib/domain/rally';
import { err, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';
import { placed } from '../../geocoding/placed';
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
	return { ok: true, value: await addRecord(db, 'company', rally, standing(input, null), editor) };
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
	const before = await records(db, 'company').find(rally.id, id);
	return saveRecord(db, 'company', rally, id, version, standing(input, before), editor);
}

/** What the form cannot see by itself: it does not know the rally. */
export function faultIn(rally: Rally, { slots, longitude, latitude }: CompanyInput): CompanyFault | null {
	const days = new Set(rally.programme.map(({ date }) => date));
	const line = slots.findIndex(({ date }) => !days.has(date));
	if (line >= 0) return { code: 'slot-outside-rally', line };
	return (longitude === null) === (latitude === null) ? null : { code: 'half-position' };
}

type Coordinates = Pick<CompanyInput, 'longitude' | 'latitude'>;

/** The same company, its position and precision made to agree with what was typed. */
export function standing(input: CompanyInput, before: Coordinates | null): CompanyInput {
	const { position, precision } = placed(
		{ ...input, position: positionOf(input) },
		before && { position: positionOf(before) }
	);
	return { ...input, longitude: position?.lon ?? null, latitude: position?.lat ?? null, precision };
}

const positionOf = ({ longitude, latitude }: Coordinates): Position | null =>
	longitude === null || latitude === null ? null : { lon: longitude, lat: latitude };
