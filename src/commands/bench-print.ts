import { papers } from './papers';
import { sampleRally } from './sample-rally';

/** What printing takes for eight teams: the second time, for the first also reads the fonts. Milliseconds of processor. */
export async function benchPrint(now: () => number): Promise<void> {
	console.log('\nImpression, huit équipes (ms de processeur, octets)');
	const rally = sampleRally(8);
	let together = 0;
	for (const [name, print] of Object.entries(papers)) {
		const cold = now();
		await print(rally);
		const began = now();
		const bytes = await print(rally);
		const ended = now();
		if (name !== 'dossier-de-secours') together += ended - began;
		console.log(
			`${name.padEnd(28)}${(ended - began).toFixed(0).padStart(10)}${`(1re fois ${(began - cold).toFixed(0)})`.padStart(20)}${String(bytes.length).padStart(12)}`
		);
	}
	console.log(`tous, sans le dossier        ${together.toFixed(0)} ms`);
}
