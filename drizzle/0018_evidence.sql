CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`date` text,
	`page` text NOT NULL,
	`content` text NOT NULL,
	`file_type` text,
	`bytes` integer DEFAULT 0 NOT NULL,
	`added_by` text,
	`added_on` text NOT NULL,
	`release` text,
	`released_on` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "evidence_file" CHECK(("evidence"."kind" = 'file') = ("evidence"."file_type" IS NOT NULL)),
	CONSTRAINT "evidence_release" CHECK(("evidence"."release" IS NULL) = ("evidence"."released_on" IS NULL))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `evidence_round` ON `evidence` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `evidence_added_by` ON `evidence` (`added_by`);