CREATE TABLE "data_key" (
	"id" text PRIMARY KEY NOT NULL,
	"probe" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"complete_at" timestamp with time zone
);
--> statement-breakpoint
-- What is to be sealed becomes a text holding JSON; values are sealed at the next start (src/lib/server/db/seal-all.ts).
ALTER TABLE "change"
	ALTER COLUMN "before" SET DATA TYPE text USING "before"::text,
	ALTER COLUMN "after" SET DATA TYPE text USING "after"::text;
--> statement-breakpoint
ALTER TABLE "consent"
	ALTER COLUMN "decided_by" DROP DEFAULT,
	ALTER COLUMN "decided_by" SET DATA TYPE text USING to_json("decided_by")::text;
--> statement-breakpoint
ALTER TABLE "referral"
	ALTER COLUMN "sent" SET DATA TYPE text USING "sent"::text;
--> statement-breakpoint
ALTER TABLE "spreadsheet_import"
	ALTER COLUMN "reading" SET DATA TYPE text USING "reading"::text,
	ALTER COLUMN "found" SET DATA TYPE text USING "found"::text,
	ALTER COLUMN "chosen" SET DATA TYPE text USING "chosen"::text;
--> statement-breakpoint
ALTER TABLE "spreadsheet_row"
	ALTER COLUMN "cells" SET DATA TYPE text USING "cells"::text,
	ALTER COLUMN "review" SET DATA TYPE text USING "review"::text;
--> statement-breakpoint
ALTER TABLE "participant"
	ALTER COLUMN "statuses" DROP DEFAULT,
	ALTER COLUMN "prescriber" DROP DEFAULT,
	ALTER COLUMN "phone" DROP DEFAULT,
	ALTER COLUMN "email" DROP DEFAULT,
	ALTER COLUMN "needs" DROP DEFAULT,
	ALTER COLUMN "has_id_paper" DROP DEFAULT,
	ALTER COLUMN "together" DROP DEFAULT,
	ALTER COLUMN "apart" DROP DEFAULT,
	ALTER COLUMN "referent_name" DROP DEFAULT,
	ALTER COLUMN "referent_phone" DROP DEFAULT,
	ALTER COLUMN "referent_email" DROP DEFAULT,
	ALTER COLUMN "emergency_name" DROP DEFAULT,
	ALTER COLUMN "emergency_phone" DROP DEFAULT,
	ALTER COLUMN "access_note" DROP DEFAULT,
	ALTER COLUMN "diet" DROP DEFAULT,
	ALTER COLUMN "language" DROP DEFAULT,
	ALTER COLUMN "statuses" SET DATA TYPE text USING to_json("statuses")::text,
	ALTER COLUMN "prescriber" SET DATA TYPE text USING to_json("prescriber")::text,
	ALTER COLUMN "phone" SET DATA TYPE text USING to_json("phone")::text,
	ALTER COLUMN "email" SET DATA TYPE text USING to_json("email")::text,
	ALTER COLUMN "needs" SET DATA TYPE text USING to_json("needs")::text,
	ALTER COLUMN "has_id_paper" SET DATA TYPE text USING to_json("has_id_paper")::text,
	ALTER COLUMN "together" SET DATA TYPE text USING to_json("together")::text,
	ALTER COLUMN "apart" SET DATA TYPE text USING to_json("apart")::text,
	ALTER COLUMN "referent_name" SET DATA TYPE text USING to_json("referent_name")::text,
	ALTER COLUMN "referent_phone" SET DATA TYPE text USING to_json("referent_phone")::text,
	ALTER COLUMN "referent_email" SET DATA TYPE text USING to_json("referent_email")::text,
	ALTER COLUMN "emergency_name" SET DATA TYPE text USING to_json("emergency_name")::text,
	ALTER COLUMN "emergency_phone" SET DATA TYPE text USING to_json("emergency_phone")::text,
	ALTER COLUMN "access_note" SET DATA TYPE text USING to_json("access_note")::text,
	ALTER COLUMN "diet" SET DATA TYPE text USING to_json("diet")::text,
	ALTER COLUMN "language" SET DATA TYPE text USING to_json("language")::text,
	ALTER COLUMN "diploma" SET DATA TYPE text USING to_json("diploma")::text;
