CREATE TABLE `day_counts` (
	`day` text PRIMARY KEY NOT NULL,
	`night` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `releases` (
	`ticket` text NOT NULL,
	`on` text NOT NULL,
	`note` text,
	PRIMARY KEY(`ticket`, `on`)
);
--> statement-breakpoint
CREATE TABLE `verifications` (
	`night` text NOT NULL,
	`ticket` text NOT NULL,
	`release` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`night`, `ticket`, `release`)
);
