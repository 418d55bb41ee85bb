CREATE TABLE `expiry_run` (
	`id` integer PRIMARY KEY NOT NULL,
	`day` text NOT NULL
);
