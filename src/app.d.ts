import type { Actor } from '$lib/domain/access';
import type { Rally } from '$lib/domain/rally';

declare global {
	namespace App {
		interface Locals {
			/** Who is signed in, or null. */
			actor: Actor | null;
			/** The rally named in the address, once access to it is granted; only under `/rallyes/[rally]`. */
			rally: Rally & { version: number };
			/** Message carried over a redirect, with the change it can undo. */
			flash: Flash | null;
		}
		interface Flash {
			message: string;
			/** Id of a change that « Annuler » takes back. */
			undo?: string;
		}
		interface Error {
			message: string;
			/** Shown to the person and written in the log, to find one with the other. */
			reference?: string;
		}
	}
}

export {};
