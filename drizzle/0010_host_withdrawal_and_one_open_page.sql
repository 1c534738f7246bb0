ALTER TABLE "host_answer" ADD COLUMN "reason" text;--> statement-breakpoint
-- Of pages opened twice at the same instant, the last one stays.
UPDATE "host_link" SET "revoked_at" = now() WHERE "revoked_at" IS NULL AND EXISTS (
	SELECT 1 FROM "host_link" AS "later" WHERE "later"."company_id" = "host_link"."company_id" AND "later"."revoked_at" IS NULL
		AND ("later"."expires_at", "later"."created_at", "later"."id") > ("host_link"."expires_at", "host_link"."created_at", "host_link"."id")
);--> statement-breakpoint
CREATE UNIQUE INDEX "host_link_open" ON "host_link" USING btree ("company_id") WHERE "host_link"."revoked_at" is null;