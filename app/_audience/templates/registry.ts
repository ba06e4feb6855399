import { hitsStopped, unknownKeys } from './alarms'
import { paymentFailed, paymentReadOnly, paymentReceived, planEnded } from './billing'
import { commentHeld, commentLink, commentReply } from './comments'
import { confirmSubscription } from './confirm-subscription'
import { contactMessageMail } from './contact-message'
import { digest } from './digest'
import { emailChange, emailChanged, emailTaken } from './email-change'
import { accountDeleted, invitation, passwordChanged } from './members'
import { moveAddress } from './move-address'
import { policyForAccounts, policyForSubscribers } from './policy-changed'
import { preferencesLink } from './preferences-link'
import { complaintStage, requestAnswered, requestProof, requestReceived } from './privacy-requests'
import { noAccount, passwordReset } from './sign-in-help'
import { signInLink } from './sign-in-link'
import { subscribed } from './subscribed'
import { trialConfirm, trialEnded, trialEnding, trialKnown } from './trial'
import {
  webinarCancelled,
  webinarMessage,
  webinarMoved,
  webinarOffer,
  webinarReminder,
  webinarReplay,
  webinarSeat,
  webinarWaiting,
} from './webinars'

/** Every message that this deployment can send. What is not here can't be sent; tests go through all of it. */
export const templates = {
  'sign-in-link': signInLink,
  'password-reset': passwordReset,
  'no-account': noAccount,
  'email-change': emailChange,
  'email-taken': emailTaken,
  'email-changed': emailChanged,
  'hits-stopped': hitsStopped,
  'unknown-keys': unknownKeys,
  'confirm-subscription': confirmSubscription,
  'preferences-link': preferencesLink,
  digest,
  'move-address': moveAddress,
  subscribed,
  'contact-message': contactMessageMail,
  invitation,
  'account-deleted': accountDeleted,
  'password-changed': passwordChanged,
  'trial-confirm': trialConfirm,
  'trial-known': trialKnown,
  'trial-ending': trialEnding,
  'trial-ended': trialEnded,
  'payment-failed': paymentFailed,
  'payment-read-only': paymentReadOnly,
  'payment-received': paymentReceived,
  'plan-ended': planEnded,
  'policy-for-accounts': policyForAccounts,
  'policy-for-subscribers': policyForSubscribers,
  'comment-reply': commentReply,
  'comment-held': commentHeld,
  'comment-link': commentLink,
  'webinar-seat': webinarSeat,
  'webinar-waiting': webinarWaiting,
  'webinar-offer': webinarOffer,
  'webinar-moved': webinarMoved,
  'webinar-cancelled': webinarCancelled,
  'webinar-reminder': webinarReminder,
  'webinar-replay': webinarReplay,
  'webinar-message': webinarMessage,
  'request-proof': requestProof,
  'request-received': requestReceived,
  'request-answered': requestAnswered,
  'complaint-stage': complaintStage,
}

export type TemplateName = keyof typeof templates
export type Props<T extends TemplateName> = Parameters<(typeof templates)[T]['subject']>[0]
