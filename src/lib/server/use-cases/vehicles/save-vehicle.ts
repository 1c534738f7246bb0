import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { addRecord, saveRecord, type Editor } from '../records/edit-record';
import { withinProgramme } from '../records/within-programme';
import type { VehicleInput } from './vehicle-form';

export const addVehicle = (db: Db, rally: Rally, input: VehicleInput, editor: Editor) =>
	addRecord(db, 'vehicle', rally, withinProgramme(rally, input), editor);

export const saveVehicle = (
	db: Db,
	rally: Rally,
	id: string,
	{ version, ...input }: VehicleInput & { version: number },
	editor: Editor
) => saveRecord(db, 'vehicle', rally, id, version, withinProgramme(rally, input), editor);
