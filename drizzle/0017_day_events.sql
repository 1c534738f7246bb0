CREATE TABLE "day_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"phone" text NOT NULL,
	"sequence" integer NOT NULL,
	"clock" timestamp with time zone NOT NULL,
	"offset" bigint NOT NULL,
	"plan_number" integer NOT NULL,
	"team_letter" text,
	"by" text DEFAULT '' NOT NULL,
	"participant_id" uuid,
	"said" text NOT NULL,
	"arrived_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "day_event_rallyId_clientId_unique" UNIQUE("rally_id","client_id"),
	CONSTRAINT "day_event_rallyId_number_unique" UNIQUE("rally_id","number")
);
--> statement-breakpoint
ALTER TABLE "day_event" ADD CONSTRAINT "day_event_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_event" ADD CONSTRAINT "day_event_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "day_event_rally_id_team_letter_index" ON "day_event" USING btree ("rally_id","team_letter");