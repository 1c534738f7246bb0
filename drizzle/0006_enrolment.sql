CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"decision" text NOT NULL,
	"decided_on" date NOT NULL,
	"text_version" text NOT NULL,
	"means" text NOT NULL,
	"decided_by" text DEFAULT '' NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "information_session" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"archived_at" timestamp with time zone,
	"date" date NOT NULL,
	"start" integer NOT NULL,
	"minutes" integer DEFAULT 90 NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"places" integer,
	"note" text DEFAULT '' NOT NULL,
	"attendance" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "personal_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"partner_id" uuid,
	"participant_id" uuid,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	"last_seen_at" timestamp with time zone,
	CONSTRAINT "personal_link_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "personal_link_one" CHECK (("personal_link"."partner_id" is null) <> ("personal_link"."participant_id" is null))
);
--> statement-breakpoint
CREATE TABLE "referral" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"first_name" text NOT NULL,
	"sent" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "referral_partnerId_participantId_unique" UNIQUE("partner_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "referent_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "referent_phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "referent_email" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "emergency_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "emergency_phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "liability" text;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "liability_until" date;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "access_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "diet" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "language" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "waiting_from" double precision;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "replaced_by_id" uuid;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "replaced_from" text;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "distinct_from" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "partner" ADD COLUMN "target_public" text;--> statement-breakpoint
ALTER TABLE "partner" ADD COLUMN "target_count" integer;--> statement-breakpoint
ALTER TABLE "partner" ADD COLUMN "counts_siae" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_session" ADD CONSTRAINT "information_session_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_participant_id_index" ON "consent" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "consent_rally_id_index" ON "consent" USING btree ("rally_id");--> statement-breakpoint
CREATE INDEX "information_session_rally_id_index" ON "information_session" USING btree ("rally_id");--> statement-breakpoint
CREATE INDEX "personal_link_rally_id_index" ON "personal_link" USING btree ("rally_id");--> statement-breakpoint
CREATE UNIQUE INDEX "personal_link_partner" ON "personal_link" USING btree ("partner_id") WHERE "personal_link"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "personal_link_participant" ON "personal_link" USING btree ("participant_id") WHERE "personal_link"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "referral_partner_id_index" ON "referral" USING btree ("partner_id");