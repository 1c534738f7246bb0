ALTER TABLE "personal_link" DROP CONSTRAINT "personal_link_one";--> statement-breakpoint
ALTER TABLE "personal_link" ADD COLUMN "guest_id" uuid;--> statement-breakpoint
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_guest_id_guest_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."guest"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "personal_link_guest" ON "personal_link" USING btree ("guest_id") WHERE "personal_link"."revoked_at" is null;--> statement-breakpoint
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_one" CHECK (num_nonnulls("personal_link"."partner_id", "personal_link"."participant_id", "personal_link"."guest_id") = 1);