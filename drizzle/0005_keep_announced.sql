ALTER TABLE "plan" ADD COLUMN "keeps" integer;--> statement-breakpoint
ALTER TABLE "plan_run" ADD COLUMN "keeps" integer;