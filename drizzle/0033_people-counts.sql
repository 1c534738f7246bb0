ALTER TABLE "committee_meeting" ALTER COLUMN "minutes" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "committee_meeting" ALTER COLUMN "decisions" DROP DEFAULT;--> statement-breakpoint
-- Read as JSON until they are sealed at the next start.
UPDATE "committee_meeting" SET "minutes" = to_json("minutes")::text, "decisions" = to_json("decisions")::text;--> statement-breakpoint
ALTER TABLE "exchanged_contact" ADD COLUMN "passed_from" uuid;--> statement-breakpoint
ALTER TABLE "exchanged_contact" ADD COLUMN "passed_by" uuid;--> statement-breakpoint
ALTER TABLE "follow_up_line" ADD COLUMN "passed_from" uuid;--> statement-breakpoint
ALTER TABLE "follow_up_line" ADD COLUMN "passed_by" uuid;--> statement-breakpoint
ALTER TABLE "questionnaire_answer" ADD COLUMN "passed_from" uuid;--> statement-breakpoint
ALTER TABLE "questionnaire_answer" ADD COLUMN "passed_by" uuid;--> statement-breakpoint
ALTER TABLE "rally_memory" ADD COLUMN "people" jsonb;