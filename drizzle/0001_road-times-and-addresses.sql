CREATE TABLE "errand" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"afresh" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"progress" jsonb,
	"outcome" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"heartbeat_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "road_time" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"from_place" text NOT NULL,
	"to_place" text NOT NULL,
	"from_longitude" double precision NOT NULL,
	"from_latitude" double precision NOT NULL,
	"to_longitude" double precision NOT NULL,
	"to_latitude" double precision NOT NULL,
	"seconds" double precision,
	"metres" double precision,
	"server" text,
	"answered_at" timestamp with time zone,
	"fault" jsonb,
	"fault_since" timestamp with time zone,
	CONSTRAINT "road_time_rallyId_fromPlace_toPlace_unique" UNIQUE("rally_id","from_place","to_place"),
	CONSTRAINT "road_time_answer" CHECK (("road_time"."seconds" is null) = ("road_time"."answered_at" is null)),
	CONSTRAINT "road_time_fault" CHECK (("road_time"."fault" is null) = ("road_time"."fault_since" is null))
);
--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "located" jsonb;--> statement-breakpoint
ALTER TABLE "errand" ADD CONSTRAINT "errand_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "road_time" ADD CONSTRAINT "road_time_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "errand_rally_id_kind_index" ON "errand" USING btree ("rally_id","kind");