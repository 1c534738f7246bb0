CREATE TABLE "names_release" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"plan_number" integer NOT NULL,
	"participant_ids" jsonb NOT NULL,
	"released_at" timestamp with time zone DEFAULT now() NOT NULL,
	"released_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "names_release" ADD CONSTRAINT "names_release_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "names_release" ADD CONSTRAINT "names_release_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "names_release_rally_id_company_id_index" ON "names_release" USING btree ("rally_id","company_id");