import { customType } from 'drizzle-orm/pg-core';
import { open, seal } from '../../vault/seal';

/** The columns sealed so far, by place (`table.column` as PostgreSQL calls them). */
export const sealedPlaces = new Set<string>();

/**
 * A column encrypted at rest, read and written like any other of type T; null stays null. Two seals of one value
 * differ: such a column can be neither searched, sorted, counted nor unique in SQL. A default goes through
 * `$default`, never into the database. See docs/decisions/0018-sealed-columns.md.
 */
export function sealed<T>(place: string) {
	sealedPlaces.add(place);
	return customType<{ data: T; driverData: string }>({
		dataType: () => 'text',
		toDriver: (value) => seal(value, place),
		fromDriver: (stored) => open(stored, place) as T
	})();
}

export const sealedText = (place: string) =>
	sealed<string>(place)
		.notNull()
		.$default(() => '');

export const sealedList = <T>(place: string) =>
	sealed<T[]>(place)
		.notNull()
		.$default(() => []);
