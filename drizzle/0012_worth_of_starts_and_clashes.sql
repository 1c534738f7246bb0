CREATE TABLE "plan_worth" (
	"plan_id" uuid PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"starts" jsonb NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "referral" ADD COLUMN "clashes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_worth" ADD CONSTRAINT "plan_worth_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_worth" ADD CONSTRAINT "plan_worth_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;