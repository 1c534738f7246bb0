ALTER TABLE "plan" ADD COLUMN "forming" jsonb;--> statement-breakpoint
ALTER TABLE "plan_run" ADD COLUMN "kind" text DEFAULT 'plan' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_run" ADD COLUMN "chosen" jsonb;--> statement-breakpoint
ALTER TABLE "plan_run" ADD COLUMN "proposals" jsonb;