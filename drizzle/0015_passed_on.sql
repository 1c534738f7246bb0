ALTER TABLE "consent" ADD COLUMN "passed_from" uuid;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "passed_by" uuid;--> statement-breakpoint
ALTER TABLE "referral" ADD COLUMN "passed_from" uuid;--> statement-breakpoint
ALTER TABLE "referral" ADD COLUMN "passed_by" uuid;