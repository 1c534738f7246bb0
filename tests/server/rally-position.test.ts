import { expect, test } from 'vitest';
import { RallyForm } from '$lib/server/use-cases/rallies/rally-form';

const meetingAt = (lon: string, lat: string) => {
	const place = {
		label: 'Salle',
		address: '',
		postcode: '',
		commune: '',
		position: { lon, lat },
		precision: 'pin'
	};
	const read = RallyForm.shape.meetingPoint.safeParse(place);
	return read.success ? read.data?.position : read.error.issues[0]!.message;
};

test.each([
	['4,39', '44,62', { lon: 4.39, lat: 44.62 }],
	['55.45', '-20.88', { lon: 55.45, lat: -20.88 }],
	['', '', null],
	[
		'44,62',
		'4,39',
		'La latitude et la longitude semblent inversées. Essayez latitude 44,62 et longitude 4,39.'
	],
	['-22,27', '166,45', expect.stringContaining('semblent inversées')],
	['-0,12', '51,5', 'Ce point est en dehors de la France.'],
	['4', '', expect.stringContaining('ou aucune des deux')]
])('a meeting point at %s, %s', (lon, lat, expected) => {
	expect(meetingAt(lon, lat)).toEqual(expected);
});
