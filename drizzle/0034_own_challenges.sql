CREATE TABLE "own_challenge" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"archived_at" timestamp with time zone,
	"kind" text NOT NULL,
	"scope" text NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"points" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "own_challenge" ADD CONSTRAINT "own_challenge_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "own_challenge_rally_id_index" ON "own_challenge" USING btree ("rally_id");--> statement-breakpoint
CREATE INDEX "own_challenge_organization_id_index" ON "own_challenge" USING btree ("organization_id");