DROP INDEX "bilan_recipient";--> statement-breakpoint
DROP INDEX "bilan_funder";--> statement-breakpoint
CREATE UNIQUE INDEX "bilan_recipient" ON "bilan" USING btree ("rally_id","recipient") WHERE "bilan"."recipient" <> 'funder' and "bilan"."archived_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "bilan_funder" ON "bilan" USING btree ("rally_id","partner_id") WHERE "bilan"."recipient" = 'funder' and "bilan"."archived_at" is null;