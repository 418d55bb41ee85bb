CREATE TABLE `expiry_run` (
	`id` integer PRIMARY KEY NOT NULL,
	`day` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `release` ADD `members` text NOT NULL;--> statement-breakpoint
CREATE INDEX `assessment_demonstration` ON `assessment` (`demonstration`) WHERE "assessment"."demonstration" = 1;