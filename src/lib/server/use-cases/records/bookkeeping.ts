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
