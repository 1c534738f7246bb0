CREATE TABLE "charter_version" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"archived_at" timestamp with time zone,
	"label" text NOT NULL,
	"title" text NOT NULL,
	"in_force_from" date NOT NULL,
	"numbers" jsonb NOT NULL,
	"says" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "indicator_catalogue" ADD COLUMN "wording" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "rally" ADD COLUMN "charter_numbers" jsonb;--> statement-breakpoint
ALTER TABLE "charter_version" ADD CONSTRAINT "charter_version_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "charter_version_label_index" ON "charter_version" USING btree ("label") WHERE "charter_version"."archived_at" is null;