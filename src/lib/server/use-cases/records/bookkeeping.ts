/** Columns of a record that no form sends: whose it is, which version, who touched it last. */
export const bookkeeping = {
	id: true,
	organizationId: true,
	rallyId: true,
	version: true,
	createdAt: true,
	updatedAt: true,
	updatedBy: true,
	archivedAt: true
} as const;

/** Columns of a company that its own form does not send: they are changed where companies are mobilised. */
export const pipeline = {
	ownerId: true,
	nextStep: true,
	nextStepOn: true,
	nextStepNote: true,
	declineReason: true,
	declineNote: true,
	withdrew: true,
	pausedUntil: true,
	mayBeNamed: true,
	introducedBy: true
} as const;
