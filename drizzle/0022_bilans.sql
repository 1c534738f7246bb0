CREATE TABLE "bilan" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"archived_at" timestamp with time zone,
	"recipient" text NOT NULL,
	"partner_id" uuid,
	"state" text DEFAULT 'to-complete' NOT NULL,
	"shown" jsonb,
	"narrative" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sent" jsonb,
	"sent_on" timestamp with time zone,
	"sendings" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "bilan_partner" CHECK (("bilan"."recipient" = 'funder') = ("bilan"."partner_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "bilan_step" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"bilan_id" uuid NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"side" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"year" integer NOT NULL,
	"opens_on" date NOT NULL,
	"due_on" date NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "campaign_dates" CHECK ("campaign"."due_on" >= "campaign"."opens_on")
);
--> statement-breakpoint
ALTER TABLE "bilan" ADD CONSTRAINT "bilan_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bilan" ADD CONSTRAINT "bilan_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bilan_step" ADD CONSTRAINT "bilan_step_bilan_id_bilan_id_fk" FOREIGN KEY ("bilan_id") REFERENCES "public"."bilan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bilan_step" ADD CONSTRAINT "bilan_step_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bilan_rally_id_index" ON "bilan" USING btree ("rally_id");--> statement-breakpoint
CREATE INDEX "bilan_recipient_state_index" ON "bilan" USING btree ("recipient","state");--> statement-breakpoint
CREATE UNIQUE INDEX "bilan_recipient" ON "bilan" USING btree ("rally_id","recipient") WHERE "bilan"."recipient" <> 'funder';--> statement-breakpoint
CREATE UNIQUE INDEX "bilan_funder" ON "bilan" USING btree ("rally_id","partner_id") WHERE "bilan"."recipient" = 'funder';--> statement-breakpoint
CREATE INDEX "bilan_step_bilan_id_at_index" ON "bilan_step" USING btree ("bilan_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_year" ON "campaign" USING btree ("organization_id","year");