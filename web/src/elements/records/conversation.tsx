import type { ReactNode } from 'react';
import { useFormats } from '../time/use-formats.ts';
import '../elements.css';

/** One message of a conversation. Withheld parts of it are null. */
interface Message {
  readonly id?: string | null;
  readonly body?: string | null;
  readonly sentAt?: string | null;
}

interface Props<One extends Message> {
  /** Names the conversation. */
  readonly label: string;
  readonly messages: readonly One[];
  /** The author of a message. */
  readonly writer: (message: One) => ReactNode;
  /** Whether the reader wrote it. */
  readonly isOwn: (message: One) => boolean;
}

/** Messages in the order in which they were sent, each with who wrote it and when. */
export function Conversation<One extends Message>({ label, messages, writer, isOwn }: Props<One>): ReactNode {
  const { instant } = useFormats();
  return (
    <ol className="conversation" aria-label={label}>
      {messages.map((message, index) => (
        <li key={message.id ?? index} className={isOwn(message) ? 'own' : undefined}>
          <p className="writer">
            <strong>{writer(message)}</strong> {message.sentAt && <time dateTime={message.sentAt}>{instant(message.sentAt)}</time>}
          </p>
          <p className="body">{message.body}</p>
        </li>
      ))}
    </ol>
  );
}
