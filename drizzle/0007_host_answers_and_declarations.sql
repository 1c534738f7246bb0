CREATE TABLE "host_answer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"signed_by" text DEFAULT '' NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" text,
	"change_id" uuid
);
--> statement-breakpoint
CREATE TABLE "host_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	"last_seen_at" timestamp with time zone,
	CONSTRAINT "host_link_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "welcome_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "welcome_phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "entrance_longitude" double precision;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "entrance_latitude" double precision;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "parking_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "wear" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "wear_lent" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "unsuited" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "names_days_ahead" integer;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "photos" text;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "trades_shown" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "accompanist" ADD COLUMN "licence" jsonb;--> statement-breakpoint
ALTER TABLE "vehicle" ADD COLUMN "insurance" jsonb;--> statement-breakpoint
ALTER TABLE "vehicle" ADD COLUMN "inspection" jsonb;--> statement-breakpoint
ALTER TABLE "host_answer" ADD CONSTRAINT "host_answer_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_answer" ADD CONSTRAINT "host_answer_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_link" ADD CONSTRAINT "host_link_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_link" ADD CONSTRAINT "host_link_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "host_answer_rally_id_sent_at_index" ON "host_answer" USING btree ("rally_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "host_answer_open" ON "host_answer" USING btree ("company_id") WHERE "host_answer"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "host_link_rally_id_company_id_index" ON "host_link" USING btree ("rally_id","company_id");--> statement-breakpoint
ALTER TABLE "company" ADD CONSTRAINT "company_entrance" CHECK (("company"."entrance_longitude" is null) = ("company"."entrance_latitude" is null));