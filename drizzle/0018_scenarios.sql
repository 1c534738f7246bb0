ALTER TABLE "draft" ADD COLUMN "supposes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "draft" ADD COLUMN "found" jsonb;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "trials" jsonb DEFAULT '[]'::jsonb NOT NULL;