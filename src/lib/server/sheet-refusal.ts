import { fail } from '@sveltejs/kit';
import type { Typed } from './form';
import type { WrittenMeanwhile } from './use-cases/closing/save-sheet';

/** Answers a sheet that somebody else saved since: what was typed stays, and the next save names their version. */
export const answerMeanwhile = ({ by, version }: WrittenMeanwhile, typed: Typed) =>
	fail(409, {
		typed,
		version,
		problems: {
			'': [
				`${by} a enregistré cette page pendant que vous l’aviez ouverte. Ce que vous avez écrit est gardé ci-dessous : comparez dans un autre onglet, puis enregistrez pour le remplacer.`
			]
		} as Record<string, string[]>
	});
