CREATE TABLE "person_request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"participant_id" uuid,
	"kind" text NOT NULL,
	"who" text NOT NULL,
	"note" text NOT NULL,
	"asked_on" date NOT NULL,
	"answered_on" date,
	"answered_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rally_memory" (
	"organization_id" text NOT NULL,
	"rally_id" uuid PRIMARY KEY NOT NULL,
	"month" text NOT NULL,
	"figures" jsonb,
	"erased" integer DEFAULT 0 NOT NULL,
	"kept" text,
	"reduced_at" timestamp with time zone,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reading" (
	"key" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"page" text NOT NULL,
	"file" text,
	"participant_id" uuid,
	"by" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retention" (
	"organization_id" text PRIMARY KEY NOT NULL,
	"months" integer NOT NULL,
	"automatic" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "retention_months" CHECK ("retention"."months" between 1 and 36)
);
--> statement-breakpoint
CREATE TABLE "retention_notice" (
	"rally_id" uuid PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"due_on" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "person_request" ADD CONSTRAINT "person_request_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rally_memory" ADD CONSTRAINT "rally_memory_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading" ADD CONSTRAINT "reading_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention" ADD CONSTRAINT "retention_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_notice" ADD CONSTRAINT "retention_notice_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_request_organization_id_index" ON "person_request" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "person_request_participant_id_index" ON "person_request" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "rally_memory_organization_id_index" ON "rally_memory" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "reading_organization_id_at_index" ON "reading" USING btree ("organization_id","at");--> statement-breakpoint
CREATE INDEX "retention_notice_organization_id_index" ON "retention_notice" USING btree ("organization_id");