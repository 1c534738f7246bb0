import { addressOf } from '$lib/domain/address';
import { worn } from '$lib/domain/hosting';
import { declineTraces } from '$lib/domain/mobilisation/pipeline';
import type { Position, Rally } from '$lib/domain/rally';
import { err, type Result } from '$lib/domain/result';
import { checkPosition, type PositionError } from '$lib/geo/place';
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
/** One of the two coordinates is missing, of the place or of its entrance. */
export type HalfPosition = { code: 'half-position'; field: Coordinate };
/** Coordinates that cannot be a place of a rally: swapped, on the other side of the Earth, outside France. */
export type BadPosition = { code: 'bad-position'; field: Coordinate; reason: PositionError };
type Coordinate = 'latitude' | 'entranceLatitude';
export type CompanyFault = SlotOutsideRally | HalfPosition | BadPosition;

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
	// What a refusal left goes and comes with the state, wherever the state is changed.
	const traces =
		before && before.state !== input.state
			? declineTraces(before, input.state, { reason: null, note: '' })
			: {};
	return saveRecord(db, 'company', rally, id, version, { ...standing(input, before), ...traces }, editor);
}

/** What the form cannot see by itself: it does not know the rally. */
export function faultIn(
	rally: Rally,
	input: Pick<CompanyInput, 'slots' | keyof Coordinates | 'entranceLongitude' | 'entranceLatitude'>
): CompanyFault | null {
	const days = new Set(rally.programme.map(({ date }) => date));
	const line = input.slots.findIndex(({ date }) => !days.has(date));
	if (line >= 0) return { code: 'slot-outside-rally', line };
	return (
		faultAt(input.longitude, input.latitude, 'latitude') ??
		faultAt(input.entranceLongitude ?? null, input.entranceLatitude ?? null, 'entranceLatitude')
	);
}

function faultAt(lon: number | null, lat: number | null, field: Coordinate): CompanyFault | null {
	if ((lon === null) !== (lat === null)) return { code: 'half-position', field };
	if (lon === null || lat === null) return null;
	const checked = checkPosition({ lon, lat });
	return checked.ok ? null : { code: 'bad-position', field, reason: checked.error };
}

type Coordinates = Pick<CompanyInput, 'longitude' | 'latitude'>;

/** The same company, its position and precision made to agree with what was typed. */
export function standing(typed: CompanyInput, before: Coordinates | null): CompanyInput {
	const input = asAnswered(typed);
	const { position, precision } = placed(
		{ ...input, position: positionOf(input) },
		before && { position: positionOf(before) }
	);
	return {
		...input,
		longitude: position?.lon ?? null,
		latitude: position?.lat ?? null,
		precision,
		wear: worn(input)
	};
}

const positionOf = ({ longitude, latitude }: Coordinates): Position | null =>
	longitude === null || latitude === null ? null : { lon: longitude, lat: latitude };

/**
 * An answer of the address service is of the address it was asked: once that changes, it says nothing. Coordinates
 * other than its own were set by a person, whatever the list of precisions still tells.
 */
function asAnswered(input: CompanyInput): CompanyInput {
	const { located, longitude, latitude, precision } = input;
	if (!located || (precision !== 'address' && precision !== 'doubtful')) return input;
	const own = longitude !== null && isNear(longitude, located.lon) && isNear(latitude!, located.lat);
	if (!own) return { ...input, precision: longitude === null ? null : 'pin' };
	if (located.asked === addressOf(input)) return input;
	return { ...input, located: null, longitude: null, latitude: null, precision: null };
}

/** To about a metre, as the map writes them. */
const isNear = (a: number, b: number) => Math.abs(a - b) < 1e-5;
