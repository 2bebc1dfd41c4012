import type { Receipt } from '../../../log/proofs/receipt.ts';
import type { Result } from '../result.ts';

/**
 * Serialises an answer (GraphQL October 2021, section 7): first its errors and data, while its entry is being committed,
 * then its extensions, which hold the receipt.
 * @param privacy `extensions.privacy` without the receipt; undefined: no extensions
 * @returns JSON in UTF-8
 * @throws whatever `receipt` rejects with
 */
export async function serializeAnswer(
  { errors, data }: Result,
  privacy: Readonly<Record<string, unknown>> | undefined,
  receipt: Promise<Pick<Receipt, 'entry'> | undefined> | undefined,
): Promise<Uint8Array> {
  const members: string[] = [];
  if (errors.length > 0) members.push(`"errors":${JSON.stringify(errors)}`);
  if (data !== undefined) members.push(`"data":${JSON.stringify(data)}`);
  const committed = await receipt;
  if (privacy) members.push(`"extensions":${JSON.stringify({ privacy: { ...privacy, receipt: committed } })}`);
  return Buffer.from(`{${members.join(',')}}\n`);
}
