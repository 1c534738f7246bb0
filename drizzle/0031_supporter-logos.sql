CREATE TABLE "supporter_logo" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"company_id" uuid,
	"partner_id" uuid,
	"type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"file" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "supporter_logo_one" CHECK (num_nonnulls("supporter_logo"."company_id", "supporter_logo"."partner_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "supporter_logo" ADD CONSTRAINT "supporter_logo_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_logo" ADD CONSTRAINT "supporter_logo_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_logo" ADD CONSTRAINT "supporter_logo_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "supporter_logo_company" ON "supporter_logo" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supporter_logo_partner" ON "supporter_logo" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "supporter_logo_rally_id_index" ON "supporter_logo" USING btree ("rally_id");