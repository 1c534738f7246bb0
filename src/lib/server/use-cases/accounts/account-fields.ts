import { z } from 'zod';
import { PASSWORD_MAX, PASSWORD_MIN } from '$lib/domain/account';
import * as field from '../../fields';

/** Bricks shared by the forms of accounts. A password is never trimmed nor otherwise changed. */

export const personName = () => field.required('Écrivez votre prénom et votre nom.', 120);

export const requiredEmail = () =>
	field.email().refine((value) => value !== '', { error: 'Écrivez l’adresse e-mail.' });

export const typedPassword = () =>
	z
		.string({ error: 'Écrivez votre mot de passe.' })
		.min(1, { error: 'Écrivez votre mot de passe.' })
		.max(PASSWORD_MAX, { error: `Un mot de passe ne dépasse pas ${PASSWORD_MAX} caractères.` });

export const newPassword = () =>
	z
		.string({ error: 'Choisissez un mot de passe.' })
		.min(PASSWORD_MIN, { error: `Choisissez un mot de passe d’au moins ${PASSWORD_MIN} caractères.` })
		.max(PASSWORD_MAX, { error: `Un mot de passe ne dépasse pas ${PASSWORD_MAX} caractères.` });
