ALTER TABLE `action` ADD `hurdles` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `action` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `action` ADD `goes_on_after` text;