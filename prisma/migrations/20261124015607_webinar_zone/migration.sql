-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_WebinarSchedule" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "capacity" INTEGER NOT NULL,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "syncedAt" DATETIME NOT NULL
);
INSERT INTO "new_WebinarSchedule" ("cancelled", "capacity", "endsAt", "slug", "startsAt", "syncedAt", "title") SELECT "cancelled", "capacity", "endsAt", "slug", "startsAt", "syncedAt", "title" FROM "WebinarSchedule";
DROP TABLE "WebinarSchedule";
ALTER TABLE "new_WebinarSchedule" RENAME TO "WebinarSchedule";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
