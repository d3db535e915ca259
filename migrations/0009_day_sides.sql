CREATE TABLE `day_sides` (
	`side` text NOT NULL,
	`starts_at` integer NOT NULL,
	`part` integer NOT NULL,
	`source` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`side`, `starts_at`, `part`)
);
