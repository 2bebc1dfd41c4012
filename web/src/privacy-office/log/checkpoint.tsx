import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Command } from './command.tsx';
import { SignatureChecked } from './signature-checked.tsx';

/**
 * The newest checkpoint, and its signers. Only the log's own signature is verified here: the keys of the witnesses must come from
 * themselves, since they testify against the gateway (docs/access-log.md).
 */
export function Checkpoint({ note }: { readonly note: string | null | undefined }): ReactNode {
  const { i18n } = useLingui();
  const read = note ? readNote(note) : undefined;
  return (
    <section aria-labelledby="checkpoint">
      <h2 id="checkpoint">
        <Trans>The newest checkpoint</Trans>
      </h2>
      {read ? (
        <dl className="facts">
          <div>
            <dt>
              <Trans>Log</Trans>
            </dt>
            <dd>{read.origin}</dd>
          </div>
          <div>
            <dt>
              <Trans>Leaves: entries and padding</Trans>
            </dt>
            <dd>{i18n.number(Number(read.size))}</dd>
          </div>
          <div>
            <dt>
              <Trans>Root of the tree</Trans>
            </dt>
            <dd>
              <code>{read.root}</code>
            </dd>
          </div>
          <div>
            <dt>
              <Trans>Signed by</Trans>
            </dt>
            <dd>
              {read.signers.includes(read.origin) ? read.origin : <Trans>nobody</Trans>}
              <p className="quiet">
                <SignatureChecked key={read.note} note={read.note} />
              </p>
            </dd>
          </div>
          <div>
            <dt>
              <Trans>Witnesses</Trans>
            </dt>
            <dd>
              {read.witnesses.length > 0 ? (
                read.witnesses.join(', ')
              ) : (
                <Trans>No witness has cosigned this checkpoint. Witnesses follow after some time, where there are any.</Trans>
              )}
              <p className="quiet">
                <Trans>
                  Cosignatures are not verified here: a witness gives its key itself, not through this gateway. The operators verify them
                  with <Command>npm run -s privacy -- verify-log --witness KEY</Command>
                </Trans>
              </p>
            </dd>
          </div>
          <div>
            <dt>
              <Trans>Earlier checkpoints</Trans>
            </dt>
            <dd>
              <a href="/log/checkpoint" download="checkpoint.txt">
                <Trans>Keep a copy of the newest one</Trans>
              </a>
              <p className="quiet">
                <Trans>
                  The gateway has no earlier ones. With a copy, the operators find out whether the log still continues it:{' '}
                  <Command>npm run -s privacy -- verify-log --since checkpoint.txt</Command>
                </Trans>
              </p>
            </dd>
          </div>
        </dl>
      ) : (
        <p>
          <Trans>There is no checkpoint before the first entry.</Trans>
        </p>
      )}
    </section>
  );
}

interface ReadNote {
  readonly note: string;
  readonly origin: string;
  readonly size: string;
  readonly root: string;
  readonly signers: readonly string[];
  readonly witnesses: readonly string[];
}

/** Reads a checkpoint (C2SP tlog-checkpoint, signed-note). It checks nothing. */
function readNote(note: string): ReadNote {
  const [text = '', signatures = ''] = note.split('\n\n');
  const [origin = '', size = '', root = ''] = text.split('\n');
  const signers = [...signatures.matchAll(/^— (\S+) /gm)].map(([, name]) => name!);
  return { note, origin, size, root, signers, witnesses: [...new Set(signers.filter((name) => name !== origin))] };
}
