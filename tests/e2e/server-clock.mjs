// Loaded before a server under test (node --import): its clock runs from the instant written in a file, so that a whole
// day is lived in a minute. The product itself has no such setting.
import { readFileSync, statSync } from 'node:fs';

const file = process.env.E2E_CLOCK;
const real = Date.now;
let [read, looked, shift] = [0, -Infinity, 0];

function now() {
	// Asked thousands of times a second: the file is looked at every few milliseconds only.
	if (performance.now() - looked > 5) {
		looked = performance.now();
		const { mtimeMs } = statSync(file);
		if (mtimeMs !== read) {
			shift = Number(readFileSync(file, 'utf8')) - mtimeMs;
			read = mtimeMs;
		}
	}
	return Math.floor(real() + shift);
}

globalThis.Date = new Proxy(Date, {
	construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now()], made),
	get: (target, name) => (name === 'now' ? now : Reflect.get(target, name))
});
