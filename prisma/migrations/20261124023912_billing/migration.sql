-- CreateTable
CREATE TABLE "Billing" (
    "accountId" TEXT NOT NULL PRIMARY KEY,
    "customerId" TEXT,
    "subscriptionId" TEXT,
    "plan" TEXT,
    "by" TEXT NOT NULL DEFAULT 'stripe',
    "state" TEXT NOT NULL DEFAULT 'none',
    "periodEnd" DATETIME,
    "endsAt" DATETIME,
    "failedSince" DATETIME,
    "readOnlyAt" DATETIME,
    CONSTRAINT "Billing_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invoice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cents" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Invoice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Billing_customerId_key" ON "Billing"("customerId");

-- CreateIndex
CREATE INDEX "Invoice_accountId_at_idx" ON "Invoice"("accountId", "at");
