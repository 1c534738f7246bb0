import { may } from '$lib/domain/access';

/** Whether this reader may see what people tell the organiser only, in the rally they have open. */
export const seesPrivate = ({ actor, rally }: Pick<App.Locals, 'actor' | 'rally'>): boolean =>
	may(actor, 'people:private', rally.organizationId);
