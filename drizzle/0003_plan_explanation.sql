ALTER TABLE "plan" ADD COLUMN "conflict" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "repairs" jsonb DEFAULT '[]'::jsonb NOT NULL;