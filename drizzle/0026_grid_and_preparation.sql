CREATE TABLE "fidelity_score" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"principle" text NOT NULL,
	"scorer" text NOT NULL,
	"level" text,
	"comment" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fidelity_score_rallyId_principle_scorer_unique" UNIQUE("rally_id","principle","scorer")
);
--> statement-breakpoint
CREATE TABLE "committee_meeting" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"archived_at" timestamp with time zone,
	"name" text NOT NULL,
	"date" date NOT NULL,
	"start" integer,
	"place" text DEFAULT '' NOT NULL,
	"present" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"minutes" text DEFAULT '' NOT NULL,
	"decisions" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "committee_member" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"archived_at" timestamp with time zone,
	"name" text NOT NULL,
	"partner_id" uuid,
	"role" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "preparation_task" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"archived_at" timestamp with time zone,
	"phase" text NOT NULL,
	"name" text NOT NULL,
	"days_before" integer,
	"due_on" date,
	"owner_id" text,
	"owner_name" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"done_on" date,
	"template" text
);
--> statement-breakpoint
ALTER TABLE "partner" ADD COLUMN "funding_state" text;--> statement-breakpoint
ALTER TABLE "partner" ADD COLUMN "promised_cents" integer;--> statement-breakpoint
ALTER TABLE "partner" ADD COLUMN "granted_cents" integer;--> statement-breakpoint
ALTER TABLE "partner" ADD COLUMN "call_reference" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "partner" ADD COLUMN "bilan_due_on" date;--> statement-breakpoint
ALTER TABLE "partner" ADD COLUMN "bilan_format" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "fidelity_score" ADD CONSTRAINT "fidelity_score_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_meeting" ADD CONSTRAINT "committee_meeting_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_member" ADD CONSTRAINT "committee_member_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_member" ADD CONSTRAINT "committee_member_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation_task" ADD CONSTRAINT "preparation_task_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fidelity_score_rally_id_index" ON "fidelity_score" USING btree ("rally_id");--> statement-breakpoint
CREATE INDEX "committee_meeting_rally_id_index" ON "committee_meeting" USING btree ("rally_id");--> statement-breakpoint
CREATE INDEX "committee_member_rally_id_index" ON "committee_member" USING btree ("rally_id");--> statement-breakpoint
CREATE INDEX "preparation_task_rally_id_index" ON "preparation_task" USING btree ("rally_id");--> statement-breakpoint
ALTER TABLE "partner" ADD CONSTRAINT "partner_amounts" CHECK ("partner"."promised_cents" >= 0 and "partner"."granted_cents" >= 0);