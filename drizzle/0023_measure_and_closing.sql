CREATE TABLE "guest" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"archived_at" timestamp with time zone,
	"name" text NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"company_id" uuid,
	"partner_id" uuid,
	"people" integer DEFAULT 1 NOT NULL,
	"reply" text DEFAULT 'waiting' NOT NULL,
	"coming" integer,
	"came" integer,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "guest_people" CHECK ("guest"."people" between 1 and 99 and "guest"."coming" between 0 and 99 and "guest"."came" between 0 and 99)
);
--> statement-breakpoint
CREATE TABLE "rally_sheet" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchanged_contact" (
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exchanged_contact_participant_id_company_id_pk" PRIMARY KEY("participant_id","company_id")
);
--> statement-breakpoint
CREATE TABLE "follow_up_line" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"on" date NOT NULL,
	"said" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "follow_up_line_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1)
);
--> statement-breakpoint
CREATE TABLE "questionnaire_answer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"moment" text NOT NULL,
	"participant_id" uuid,
	"company_id" uuid,
	"partner_id" uuid,
	"instrument" text NOT NULL,
	"sheet" text NOT NULL,
	"means" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "questionnaire_answer_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	CONSTRAINT "questionnaire_answer_one" CHECK (num_nonnulls("questionnaire_answer"."participant_id", "questionnaire_answer"."company_id", "questionnaire_answer"."partner_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "guest" ADD CONSTRAINT "guest_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest" ADD CONSTRAINT "guest_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest" ADD CONSTRAINT "guest_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rally_sheet" ADD CONSTRAINT "rally_sheet_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchanged_contact" ADD CONSTRAINT "exchanged_contact_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchanged_contact" ADD CONSTRAINT "exchanged_contact_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchanged_contact" ADD CONSTRAINT "exchanged_contact_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_line" ADD CONSTRAINT "follow_up_line_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_line" ADD CONSTRAINT "follow_up_line_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_answer" ADD CONSTRAINT "questionnaire_answer_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_answer" ADD CONSTRAINT "questionnaire_answer_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_answer" ADD CONSTRAINT "questionnaire_answer_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_answer" ADD CONSTRAINT "questionnaire_answer_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guest_rally_id_index" ON "guest" USING btree ("rally_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rally_sheet_kind" ON "rally_sheet" USING btree ("rally_id","kind");--> statement-breakpoint
CREATE INDEX "exchanged_contact_rally_id_index" ON "exchanged_contact" USING btree ("rally_id");--> statement-breakpoint
CREATE INDEX "follow_up_line_rally_id_index" ON "follow_up_line" USING btree ("rally_id");--> statement-breakpoint
CREATE INDEX "follow_up_line_participant_id_index" ON "follow_up_line" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "questionnaire_answer_rally_id_index" ON "questionnaire_answer" USING btree ("rally_id");--> statement-breakpoint
CREATE INDEX "questionnaire_answer_participant_id_index" ON "questionnaire_answer" USING btree ("participant_id");