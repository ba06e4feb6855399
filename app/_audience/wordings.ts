/** What stands beside the buttons by which people say yes or no to mail; kept with each consent as its proof. */
export const wordings = {
  subscribe:
    'We send one message with a link to confirm. You get nothing else until you press it, and each mail has a link that ends it.',
  confirm: 'Confirm: send me mail on these topics until I say stop.',
  withComment:
    'Also send me the newsletter: new articles, at most one message a week. You get one message to confirm it.',
  withRegistration:
    'Also send me a message when a new webinar is announced. You get one message to confirm it.',
  unsubscribe: 'Unsubscribe',
  oneClick: 'Unsubscribe button of the mail program (RFC 8058)',
  move: 'Move my mail to this address; pressed in a message to each of the two.',
  settings: 'Changed on the page of mail settings',
} as const
