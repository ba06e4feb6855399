-- AlterTable
ALTER TABLE "Subscriber" ADD COLUMN "zone" TEXT;

-- CreateTable
CREATE TABLE "OutboxBatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "every" INTEGER NOT NULL DEFAULT 0,
    "nextAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "MailTouch" (
    "messageId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "firstAt" DATETIME NOT NULL,
    "lastAt" DATETIME NOT NULL,

    PRIMARY KEY ("messageId", "kind", "url"),
    CONSTRAINT "MailTouch_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "OutboxMessage" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AddressChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subscriberId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,
    "oldConfirmedAt" DATETIME,
    "newConfirmedAt" DATETIME,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "AddressChange_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Broadcast" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectB" TEXT NOT NULL DEFAULT '',
    "preheader" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL,
    "segment" TEXT NOT NULL DEFAULT '',
    "listed" BOOLEAN NOT NULL DEFAULT true,
    "localTime" TEXT NOT NULL DEFAULT '',
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "inReaderZone" BOOLEAN NOT NULL DEFAULT false,
    "perHour" INTEGER NOT NULL DEFAULT 0,
    "testPercent" INTEGER NOT NULL DEFAULT 0,
    "testHours" INTEGER NOT NULL DEFAULT 4,
    "winner" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'draft',
    "cursor" TEXT NOT NULL DEFAULT '',
    "startAt" DATETIME,
    "enqueuedAt" DATETIME,
    "finishedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "DigestItem" (
    "subscriberId" TEXT NOT NULL,
    "broadcastId" TEXT NOT NULL,

    PRIMARY KEY ("subscriberId", "broadcastId"),
    CONSTRAINT "DigestItem_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DigestItem_broadcastId_fkey" FOREIGN KEY ("broadcastId") REFERENCES "Broadcast" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_OutboxMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "props" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "toHash" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "sendAt" DATETIME NOT NULL,
    "batch" TEXT,
    "variant" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "firstTriedAt" DATETIME,
    "claimedAt" DATETIME,
    "sentAt" DATETIME,
    "providerId" TEXT,
    "lastError" TEXT,
    "createdAt" DATETIME NOT NULL
);
INSERT INTO "new_OutboxMessage" ("attempts", "claimedAt", "createdAt", "id", "key", "lastError", "props", "providerId", "scope", "sendAt", "sentAt", "state", "template", "to", "toHash") SELECT "attempts", "claimedAt", "createdAt", "id", "key", "lastError", "props", "providerId", "scope", "sendAt", "sentAt", "state", "template", "to", "toHash" FROM "OutboxMessage";
DROP TABLE "OutboxMessage";
ALTER TABLE "new_OutboxMessage" RENAME TO "OutboxMessage";
CREATE UNIQUE INDEX "OutboxMessage_key_key" ON "OutboxMessage"("key");
CREATE UNIQUE INDEX "OutboxMessage_providerId_key" ON "OutboxMessage"("providerId");
CREATE INDEX "OutboxMessage_state_batch_sendAt_idx" ON "OutboxMessage"("state", "batch", "sendAt");
CREATE INDEX "OutboxMessage_batch_state_idx" ON "OutboxMessage"("batch", "state");
CREATE INDEX "OutboxMessage_toHash_idx" ON "OutboxMessage"("toHash");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "MailTouch_firstAt_idx" ON "MailTouch"("firstAt");

-- CreateIndex
CREATE INDEX "AddressChange_subscriberId_idx" ON "AddressChange"("subscriberId");

-- CreateIndex
CREATE UNIQUE INDEX "Broadcast_slug_key" ON "Broadcast"("slug");

-- CreateIndex
CREATE INDEX "Broadcast_state_idx" ON "Broadcast"("state");
