CREATE TABLE "company_commitment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"archived_at" timestamp with time zone,
	"company_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"quantity" integer,
	"value_cents" integer,
	"honoured" boolean DEFAULT false NOT NULL,
	CONSTRAINT "company_commitment_figures" CHECK ("company_commitment"."quantity" >= 0 and "company_commitment"."value_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "company_contact" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"archived_at" timestamp with time zone,
	"company_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"mode" text,
	"note" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_exchange" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"archived_at" timestamp with time zone,
	"company_id" uuid NOT NULL,
	"on" date NOT NULL,
	"channel" text NOT NULL,
	"outcome" text NOT NULL,
	"spoken_to" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"explained" boolean DEFAULT false NOT NULL,
	"silence" text,
	"by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "change" ADD COLUMN "along" uuid;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "contact_role" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "contact_mode" text;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "owner_id" text;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "next_step" text;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "next_step_on" date;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "next_step_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "decline_reason" text;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "decline_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "withdrew" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "paused_until" date;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "may_be_named" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "introduced_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "company_commitment" ADD CONSTRAINT "company_commitment_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_commitment" ADD CONSTRAINT "company_commitment_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_contact" ADD CONSTRAINT "company_contact_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_contact" ADD CONSTRAINT "company_contact_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_exchange" ADD CONSTRAINT "company_exchange_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_exchange" ADD CONSTRAINT "company_exchange_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_commitment_rally_id_index" ON "company_commitment" USING btree ("rally_id");--> statement-breakpoint
CREATE INDEX "company_contact_rally_id_index" ON "company_contact" USING btree ("rally_id");--> statement-breakpoint
CREATE INDEX "company_contact_company_id_index" ON "company_contact" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "company_exchange_rally_id_index" ON "company_exchange" USING btree ("rally_id");--> statement-breakpoint
CREATE INDEX "company_exchange_company_id_index" ON "company_exchange" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "change_along_index" ON "change" USING btree ("along");