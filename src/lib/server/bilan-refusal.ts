import { error } from '@sveltejs/kit';
import { bilanStates } from '$lib/domain/bilan/bilan';
import type { MoveFault } from './use-cases/bilans/move-bilan';

/** Why a bilan does not move on, at the field it is about. */
export function moveFault(fault: MoveFault): Record<string, string[]> {
	switch (fault.code) {
		case 'not-found':
			return error(404, 'Ce bilan n’existe pas, ou plus.');
		case 'changed':
			return {
				'': [
					`${fault.by || 'Quelqu’un'} y a touché entre-temps. Il est maintenant : ${bilanStates[fault.state].organizer}. Relisez-le, puis recommencez.`
				]
			};
		case 'incomplete':
			return { '': fault.says };
		case 'message-wanted':
			return { message: ['Écrivez ce qui est à corriger.'] };
	}
}
