CREATE TABLE `blind_rating` (
	`grant_id` text NOT NULL,
	`item_id` text NOT NULL,
	`level` text NOT NULL,
	`reason` text NOT NULL,
	`revision` integer NOT NULL,
	PRIMARY KEY(`grant_id`, `item_id`),
	FOREIGN KEY (`grant_id`) REFERENCES `review_grant`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `consultancy` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`registered_on` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `consultancy_invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`consultancy_id` text NOT NULL,
	`email` text NOT NULL,
	`token_hash` text NOT NULL,
	`expires_on` text NOT NULL,
	FOREIGN KEY (`consultancy_id`) REFERENCES `consultancy`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consultancy_invitation_tokenHash_unique` ON `consultancy_invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `consultancy_invitation_consultancy` ON `consultancy_invitation` (`consultancy_id`);--> statement-breakpoint
CREATE TABLE `consultant` (
	`user_id` text PRIMARY KEY NOT NULL,
	`consultancy_id` text NOT NULL,
	`joined_on` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`consultancy_id`) REFERENCES `consultancy`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `consultant_consultancy` ON `consultant` (`consultancy_id`);--> statement-breakpoint
CREATE TABLE `criterion_opening` (
	`grant_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`how` text NOT NULL,
	`day` text NOT NULL,
	`user_id` text,
	PRIMARY KEY(`grant_id`, `criterion_id`),
	FOREIGN KEY (`grant_id`) REFERENCES `review_grant`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `grant_opening` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`grant_id` text NOT NULL,
	`user_id` text,
	`what` text NOT NULL,
	`day` text NOT NULL,
	`count` integer NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `review_grant`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grant_opening_once` ON `grant_opening` (`grant_id`,`user_id`,`what`,`day`);--> statement-breakpoint
CREATE TABLE `rating_change` (
	`grant_id` text NOT NULL,
	`item_id` text NOT NULL,
	`revision` integer NOT NULL,
	`level` text,
	`reason` text NOT NULL,
	`day` text NOT NULL,
	`user_id` text,
	PRIMARY KEY(`grant_id`, `item_id`, `revision`),
	FOREIGN KEY (`grant_id`) REFERENCES `review_grant`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `recommendation` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`item_id` text,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`state` text DEFAULT 'proposed' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`action_id` text,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `review_grant`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`action_id`) REFERENCES `action`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "recommendation_reason" CHECK("recommendation"."reason" = '' OR "recommendation"."state" = 'declined')
);
--> statement-breakpoint
CREATE INDEX `recommendation_grant` ON `recommendation` (`grant_id`);--> statement-breakpoint
CREATE INDEX `recommendation_action` ON `recommendation` (`action_id`);--> statement-breakpoint
CREATE TABLE `review` (
	`grant_id` text PRIMARY KEY NOT NULL,
	`summary` text NOT NULL,
	`handed_in_on` text NOT NULL,
	`handed_in_by` text,
	`answer` text,
	`answered_on` text,
	`answered_by` text,
	FOREIGN KEY (`grant_id`) REFERENCES `review_grant`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`handed_in_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`answered_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `review_grant` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`consultancy_id` text NOT NULL,
	`consultant_id` text,
	`stand_in_id` text,
	`includes_reasons` integer NOT NULL,
	`includes_evidence` integer NOT NULL,
	`ends_on` text NOT NULL,
	`granted_by` text,
	`granted_on` text NOT NULL,
	`revoked_on` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`consultancy_id`) REFERENCES `consultancy`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultant_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`stand_in_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`granted_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `review_grant_round` ON `review_grant` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `review_grant_consultancy` ON `review_grant` (`consultancy_id`);--> statement-breakpoint
CREATE INDEX `review_grant_consultant` ON `review_grant` (`consultant_id`);--> statement-breakpoint
CREATE INDEX `review_grant_stand_in` ON `review_grant` (`stand_in_id`);--> statement-breakpoint
CREATE TABLE `review_post` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`grant_id` text NOT NULL,
	`item_id` text NOT NULL,
	`side` text NOT NULL,
	`user_id` text,
	`text` text NOT NULL,
	`day` text NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `review_grant`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `review_post_item` ON `review_post` (`grant_id`,`item_id`);