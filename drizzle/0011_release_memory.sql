CREATE TABLE `release_memory` (
	`number` integer PRIMARY KEY NOT NULL,
	`memory` text NOT NULL,
	FOREIGN KEY (`number`) REFERENCES `release`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `release_retraction` (
	`number` integer PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`retracted_on` text NOT NULL,
	FOREIGN KEY (`number`) REFERENCES `release`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `release` DROP COLUMN `members`;--> statement-breakpoint
CREATE TRIGGER `release_memory_unchanged` BEFORE UPDATE ON `release_memory` BEGIN
	SELECT RAISE(ABORT, 'What a release left is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `release_memory_kept` BEFORE DELETE ON `release_memory` BEGIN
	SELECT RAISE(ABORT, 'What a release left is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `release_retraction_kept` BEFORE DELETE ON `release_retraction` BEGIN
	SELECT RAISE(ABORT, 'A release that was taken back stays so');
END;
