CREATE TABLE `ballot` (
	`assessment_id` text NOT NULL,
	`voter` text NOT NULL,
	`level` integer,
	PRIMARY KEY(`assessment_id`, `voter`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `meeting` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`leader_id` text,
	`leader_function` text,
	`attendance` text DEFAULT '' NOT NULL,
	`code` text,
	`code_until` text,
	`version` integer DEFAULT 0 NOT NULL,
	`item_id` text,
	`voting` text,
	`counts` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`leader_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_code_unique` ON `meeting` (`code`);