CREATE TABLE "chosen_challenge" (
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"challenge_id" text NOT NULL,
	"chosen_by" text NOT NULL,
	"chosen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chosen_challenge_rally_id_challenge_id_pk" PRIMARY KEY("rally_id","challenge_id")
);
--> statement-breakpoint
ALTER TABLE "chosen_challenge" ADD CONSTRAINT "chosen_challenge_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;