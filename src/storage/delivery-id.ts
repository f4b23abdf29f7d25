import { createHash } from 'node:crypto';
import type { DeliveryKey } from '../core/delivery.ts';

/** The mark of a delivery: 12 characters of base64url, the same for the same key for ever. */
export function deliveryId({ digest, date, part }: DeliveryKey): string {
  return createHash('sha256').update(`${digest}/${date}/${part}`).digest('base64url').slice(0, 12);
}
