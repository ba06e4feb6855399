-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "post" TEXT NOT NULL,
    "parentId" TEXT,
    "name" TEXT NOT NULL,
    "website" TEXT,
    "email" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,
    "networkHash" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "shapeHash" TEXT NOT NULL,
    "notify" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "reasons" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "approvedAt" DATETIME,
    "decidedAt" DATETIME,
    "decidedBy" TEXT,
    CONSTRAINT "Comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentReport" (
    "commentId" TEXT NOT NULL,
    "networkHash" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("commentId", "networkHash"),
    CONSTRAINT "CommentReport_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentBan" (
    "emailHash" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "byUserId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "WebinarSchedule" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "capacity" INTEGER NOT NULL,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "syncedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Registration" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "webinar" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,
    "website" TEXT,
    "zone" TEXT,
    "state" TEXT NOT NULL,
    "waitingSince" DATETIME,
    "offeredUntil" DATETIME,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "attendedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "cancelledAt" DATETIME
);

-- CreateTable
CREATE TABLE "MailboxAttachment" (
    "messageId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    PRIMARY KEY ("messageId", "name")
);

-- CreateIndex
CREATE INDEX "Comment_post_state_createdAt_idx" ON "Comment"("post", "state", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_state_createdAt_idx" ON "Comment"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_emailHash_idx" ON "Comment"("emailHash");

-- CreateIndex
CREATE INDEX "Comment_shapeHash_idx" ON "Comment"("shapeHash");

-- CreateIndex
CREATE INDEX "Comment_decidedAt_idx" ON "Comment"("decidedAt");

-- CreateIndex
CREATE INDEX "Registration_webinar_state_waitingSince_idx" ON "Registration"("webinar", "state", "waitingSince");

-- CreateIndex
CREATE INDEX "Registration_emailHash_idx" ON "Registration"("emailHash");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_webinar_emailHash_key" ON "Registration"("webinar", "emailHash");
