CREATE TABLE `link_models` (
	`night` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `links` (
	`session` text NOT NULL,
	`night` text NOT NULL,
	`handoff_at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`session`, `night`),
	FOREIGN KEY (`session`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `links_night` ON `links` (`night`);--> statement-breakpoint
CREATE INDEX `links_handoff` ON `links` (`handoff_at`);