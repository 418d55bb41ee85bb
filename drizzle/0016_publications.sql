CREATE TABLE `publication` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`listed` integer NOT NULL,
	`published_on` text NOT NULL,
	`withdrawn_on` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `publication_assessment` ON `publication` (`assessment_id`);