CREATE TABLE "spreadsheet_column" (
	"organization_id" text NOT NULL,
	"kind" text NOT NULL,
	"header" text NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "spreadsheet_column_organization_id_kind_header_pk" PRIMARY KEY("organization_id","kind","header")
);
--> statement-breakpoint
CREATE TABLE "spreadsheet_import" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" text NOT NULL,
	"rally_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"reading" jsonb,
	"sheet" integer DEFAULT 0 NOT NULL,
	"head" jsonb,
	"found" jsonb NOT NULL,
	"chosen" jsonb NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"heartbeat_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"applied_at" timestamp with time zone,
	"applied_by" text
);
--> statement-breakpoint
CREATE TABLE "spreadsheet_row" (
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"status" text NOT NULL,
	"review" jsonb NOT NULL,
	"decision" text,
	"record_id" uuid,
	"change_id" uuid,
	CONSTRAINT "spreadsheet_row_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
ALTER TABLE "spreadsheet_column" ADD CONSTRAINT "spreadsheet_column_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spreadsheet_import" ADD CONSTRAINT "spreadsheet_import_rally_id_organization_id_rally_id_organization_id_fk" FOREIGN KEY ("rally_id","organization_id") REFERENCES "public"."rally"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spreadsheet_row" ADD CONSTRAINT "spreadsheet_row_import_id_spreadsheet_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."spreadsheet_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spreadsheet_import_rally_id_updated_at_index" ON "spreadsheet_import" USING btree ("rally_id","updated_at");--> statement-breakpoint
CREATE INDEX "spreadsheet_row_import_id_status_index" ON "spreadsheet_row" USING btree ("import_id","status");