CREATE TABLE `microdata_download` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`request_id` text NOT NULL,
	`day` text NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `microdata_request`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `microdata_download_request` ON `microdata_download` (`request_id`);--> statement-breakpoint
CREATE TABLE `microdata_request` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`number` integer NOT NULL,
	`institution` text NOT NULL,
	`purpose` text NOT NULL,
	`until` text NOT NULL,
	`requested_on` text NOT NULL,
	`approved` integer,
	`decided_on` text,
	`reason` text,
	`accepted_on` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`number`) REFERENCES `release`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `microdata_request_user` ON `microdata_request` (`user_id`);--> statement-breakpoint
CREATE TABLE `release_microdata` (
	`number` integer PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`overview` text NOT NULL,
	FOREIGN KEY (`number`) REFERENCES `release`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TRIGGER `release_microdata_unchanged` BEFORE UPDATE ON `release_microdata` BEGIN
	SELECT RAISE(ABORT, 'The microdata of a release are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `release_microdata_kept` BEFORE DELETE ON `release_microdata` BEGIN
	SELECT RAISE(ABORT, 'The microdata of a release are never deleted');
END;
