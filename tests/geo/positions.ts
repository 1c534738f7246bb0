import fc from 'fast-check';

/** Anywhere in mainland France, to about a metre. */
export const somewhere = fc
	.record({
		lon: fc.integer({ min: -450_000, max: 800_000 }),
		lat: fc.integer({ min: 4_250_000, max: 5_100_000 })
	})
	.map(({ lon, lat }) => ({ lon: lon / 1e5, lat: lat / 1e5 }));
