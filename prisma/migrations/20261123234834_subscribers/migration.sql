-- CreateTable
CREATE TABLE "Subscriber" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,
    "frequency" TEXT NOT NULL DEFAULT 'each',
    "pausedUntil" DATETIME,
    "measured" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Subscription" (
    "subscriberId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "askedAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "leftAt" DATETIME,

    PRIMARY KEY ("subscriberId", "topic"),
    CONSTRAINT "Subscription_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ConsentRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subscriberId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    CONSTRAINT "ConsentRecord_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MailEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "providerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SoftBounce" (
    "toHash" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "lastAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Subscriber_email_key" ON "Subscriber"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Subscriber_emailHash_key" ON "Subscriber"("emailHash");

-- CreateIndex
CREATE INDEX "Subscription_topic_state_idx" ON "Subscription"("topic", "state");

-- CreateIndex
CREATE INDEX "Subscription_state_askedAt_idx" ON "Subscription"("state", "askedAt");

-- CreateIndex
CREATE INDEX "ConsentRecord_subscriberId_at_idx" ON "ConsentRecord"("subscriberId", "at");

-- CreateIndex
CREATE INDEX "MailEvent_providerId_idx" ON "MailEvent"("providerId");

-- CreateIndex
CREATE INDEX "MailEvent_receivedAt_idx" ON "MailEvent"("receivedAt");
